namespace CecSim.Telephony.Sip.Transactions;

/// <summary>Our own requests that are not over, up to a limit.</summary>
internal sealed class ClientTransactions(SipSerialExecutor turns, SipCounters tally, int countMax)
{
    private readonly Dictionary<string, ClientTransaction> _byKey = [];

    public int Count => _byKey.Count;

    public void Send(SipRequest request, SipFlow flow, Action<SipResponse> heard)
    {
        if (!flow.IsOpen || _byKey.Count >= countMax)
        {
            heard(request.Answer(503));
            return;
        }

        ClientTransaction transaction = request.Method == SipMethods.Invite
            ? new InviteClientTransaction(this, turns, request, flow, heard)
            : new NonInviteClientTransaction(this, turns, request, flow, heard);
        _byKey.Add(transaction.Key, transaction);
        transaction.Start();
    }

    public void Receive(SipResponse response)
    {
        if (_byKey.GetValueOrDefault(TransactionKeys.OfClient(response)) is { } transaction)
        {
            transaction.Receive(response);
        }
        else
        {
            tally.Stray(response);
        }
    }

    public void Remove(ClientTransaction transaction) => _byKey.Remove(transaction.Key);

    public void EndThoseOf(SipFlow flow) => End(_byKey.Values.Where(t => t.Flow == flow));

    public void EndAll() => End(_byKey.Values);

    private static void End(IEnumerable<ClientTransaction> gone)
    {
        foreach (var transaction in gone.ToList())
        {
            transaction.End(503);
        }
    }
}
