namespace CecSim.Telephony.Sip.Transactions;

/// <summary>RFC 3261, section 17.2.2.</summary>
internal sealed class NonInviteServerTransaction(
    ServerTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow)
    : ServerTransaction(table, turns, request, flow)
{
    private IDisposable? _timerJ;

    public override void Again(SipRequest again) => SendLast();

    public override void End()
    {
        _timerJ?.Dispose();
        base.End();
    }

    protected override void Answered(SipResponse response)
    {
        if (Flow.IsReliable)
        {
            End();
        }
        else
        {
            _timerJ = Turns.After(SipTimings.Patience, End);
        }
    }
}
