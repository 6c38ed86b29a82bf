namespace CecSim.Telephony.Sip.Subscriptions;

/// <summary>
/// The dialogs of each account, and who is told of their changes (RFC 4235, section 3). Works within turns.
/// </summary>
internal sealed class DialogStates
{
    private readonly Dictionary<string, AccountDialog> _byKey = new(StringComparer.Ordinal);
    private readonly List<SipSubscription> _watchers = [];
    private long _begunCount;

    public IReadOnlyList<SipSubscription> Watchers => _watchers;

    /// <summary>It is called, or calls.</summary>
    /// <param name="key">What its next change names.</param>
    public void Begin(SipAccountName account, string key, bool calls)
    {
        _byKey[key] = new AccountDialog(account, ++_begunCount, calls, IsConfirmed: false);
        Tell(account);
    }

    /// <summary>It is answered. Without effect where the call is of no account.</summary>
    /// <param name="laterKey">What its end names.</param>
    public void Confirm(string key, string laterKey)
    {
        if (_byKey.Remove(key, out var known))
        {
            _byKey[laterKey] = known with { IsConfirmed = true };
            Tell(known.Account);
        }
    }

    /// <summary>Without effect where the call is of no account.</summary>
    public void End(string key)
    {
        if (_byKey.Remove(key, out var gone))
        {
            Tell(gone.Account);
        }
    }

    public IReadOnlyList<AccountDialog> Of(SipAccountName account) =>
        [.. _byKey.Values.Where(d => d.Account == account).OrderBy(d => d.Number)];

    public void Watch(SipSubscription watcher) => _watchers.Add(watcher);

    public void Leave(SipSubscription watcher) => _watchers.Remove(watcher);

    private void Tell(SipAccountName account)
    {
        foreach (var watcher in _watchers.Where(w => w.Watched == account && w.Package == EventPackage.Dialog).ToList())
        {
            watcher.Notify();
        }
    }
}

/// <summary>An address of record, compared as RFC 3261, section 19.1.4, has it.</summary>
internal sealed record SipAccountName
{
    public SipAccountName(string user, string domain) => (User, Domain) = (user, domain.ToLowerInvariant());

    public string User { get; }

    public string Domain { get; }
}

/// <param name="Number">Tells it from others, and nobody what its Call-ID and tags are.</param>
/// <param name="Calls">Whether it has called, or was called.</param>
internal sealed record AccountDialog(SipAccountName Account, long Number, bool Calls, bool IsConfirmed);
