using CecSim.Telephony.Sip.Calls;

namespace CecSim.Telephony.Sip.Transactions;

/// <summary>The requests that came in and are not over, up to a limit.</summary>
internal sealed class ServerTransactions(SipSerialExecutor turns, SipRefusals refusals, int countMax)
{
    private readonly Dictionary<string, ServerTransaction> _byKey = [];
    private readonly Dictionary<string, ServerTransaction> _byMerger = [];

    public SipRefusals Refusals => refusals;

    public int Count => _byKey.Count;

    public bool IsFull => _byKey.Count >= countMax;

    public ServerTransaction? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Whether the same request is here already by another way (RFC 3261, section 8.2.2.2).</summary>
    public bool IsMerged(SipRequest request) =>
        request.To.Tag is null && _byMerger.ContainsKey(TransactionKeys.OfMerged(request));

    public ServerTransaction Add(SipRequest request, SipFlow flow)
    {
        ServerTransaction transaction = request.Method == SipMethods.Invite
            ? new InviteServerTransaction(this, turns, request, flow) { LocalTag = SipIds.Tag() }
            : new NonInviteServerTransaction(this, turns, request, flow) { LocalTag = SipIds.Tag() };
        _byKey.Add(transaction.Key, transaction);
        _byMerger.TryAdd(TransactionKeys.OfMerged(request), transaction);
        return transaction;
    }

    public void Remove(ServerTransaction transaction)
    {
        _byKey.Remove(transaction.Key);
        var merger = TransactionKeys.OfMerged(transaction.Request);
        if (_byMerger.GetValueOrDefault(merger) == transaction)
        {
            _byMerger.Remove(merger);
        }
    }

    public void EndThoseOf(SipFlow flow)
    {
        foreach (var transaction in _byKey.Values.Where(t => t.Flow == flow).ToList())
        {
            transaction.End();
        }
    }

    public void EndAll()
    {
        foreach (var transaction in _byKey.Values.ToList())
        {
            transaction.End();
        }
    }
}
