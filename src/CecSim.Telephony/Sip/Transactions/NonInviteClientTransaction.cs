namespace CecSim.Telephony.Sip.Transactions;

/// <summary>RFC 3261, section 17.1.2.</summary>
internal sealed class NonInviteClientTransaction(
    ClientTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow, Action<SipResponse> heard)
    : ClientTransaction(table, turns, request, flow, heard)
{
    private bool _isProceeding;

    public override void Receive(SipResponse response)
    {
        if (HasFinal)
        {
            return;
        }

        _isProceeding = true;
        Hear(response);
        if (response.IsFinal)
        {
            // Timer K.
            Linger(Flow.IsReliable ? TimeSpan.Zero : SipTimings.Wandering);
        }
    }

    protected override TimeSpan NextWait(TimeSpan wait) =>
        _isProceeding ? SipTimings.RepeatMax : SipTimings.Doubled(wait);
}
