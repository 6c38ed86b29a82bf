using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Phones;

/// <summary>Which phones can be called. Guarded by the timeline.</summary>
internal sealed class RegisteredPhones(SpaceScheduler time, AgentRoster roster, SpaceEventPublisher publisher)
{
    private readonly List<Registered> _registered = [];

    /// <summary>By account; of one account the newest first.</summary>
    public IReadOnlyList<PhoneView> View =>
    [
        .. Enumerable.Reverse(_registered).OrderBy(r => r.Phone.Account, StringComparer.Ordinal).Select(ViewOf),
    ];

    /// <summary>Each with what is left of its time, the oldest first.</summary>
    public IReadOnlyList<(PhoneRegistration Phone, TimeSpan Left, IPhoneLine Line)> All =>
        [.. _registered.Select(r => (r.Phone, r.ExpiresAt - time.Now, r.Line))];

    public void Register(PhoneRegistration phone, TimeSpan lifetime, IPhoneLine line)
    {
        Remove(phone.Account, phone.Contact);
        var entry = new Registered(phone, line, time.Now + lifetime);
        entry.Expiry = time.At(entry.ExpiresAt, "registration", () => Expire(entry));
        _registered.Add(entry);
        Tell(entry, isRegistered: true);
    }

    public bool Has(string account, string contact) => Find(account, contact) is not null;

    public void Unregister(string account, string contact)
    {
        if (Remove(account, contact) is { } gone)
        {
            Tell(gone, isRegistered: false);
        }
    }

    public void Reach(string account, string contact, bool isReachable)
    {
        if (Find(account, contact) is { } entry && entry.IsReachable != isReachable)
        {
            entry.IsReachable = isReachable;
            Tell(entry, isRegistered: true);
        }
    }

    /// <returns>Null while no phone of the agent is registered.</returns>
    public IPhoneLine? LineOf(Agent agent) => agent.Settings.SipAccount is { } account ? LineOf(account) : null;

    /// <returns>Null while no phone of the account is registered.</returns>
    public IPhoneLine? LineOf(string account) => _registered.FindLast(r => r.Phone.Account == account)?.Line;

    private void Expire(Registered entry)
    {
        _registered.Remove(entry);
        entry.Line.Expired(entry.Phone);
        Tell(entry, isRegistered: false);
    }

    private Registered? Remove(string account, string contact)
    {
        var entry = Find(account, contact);
        if (entry is not null)
        {
            time.Cancel(entry.Expiry);
            _registered.Remove(entry);
        }

        return entry;
    }

    private Registered? Find(string account, string contact) =>
        _registered.Find(r => r.Phone.Account == account && r.Phone.Contact == contact);

    private PhoneView ViewOf(Registered entry) => new(
        entry.Phone,
        roster.All.FirstOrDefault(a => a.Settings.SipAccount == entry.Phone.Account)?.Settings.WorkNo,
        entry.ExpiresAt,
        entry.IsReachable);

    private void Tell(Registered entry, bool isRegistered)
    {
        if (publisher.HasSubscriber)
        {
            publisher.Publish(new PhoneMoved(time.Now, ViewOf(entry), isRegistered));
        }
    }

    private sealed class Registered(PhoneRegistration phone, IPhoneLine line, DateTimeOffset expiresAt)
    {
        public PhoneRegistration Phone => phone;

        public IPhoneLine Line => line;

        public DateTimeOffset ExpiresAt => expiresAt;

        public bool? IsReachable { get; set; }

        public ScheduledTimer? Expiry { get; set; }
    }
}
