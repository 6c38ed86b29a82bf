namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// RFC 3261, section 17.2.1, as RFC 6026 corrects it: after a 2xx it stays to absorb the INVITE sent again, and the
/// call, not the transaction, repeats the 2xx.
/// </summary>
internal sealed class InviteServerTransaction(
    ServerTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow)
    : ServerTransaction(table, turns, request, flow)
{
    private IDisposable? _repeat;
    private IDisposable? _end;
    private bool _isConfirmed;

    public override void Again(SipRequest again)
    {
        if (again.Method == SipMethods.Ack)
        {
            Confirm();
        }
        else if (!_isConfirmed && FinalStatus is null or >= 300)
        {
            SendLast();
        }
    }

    public override void End()
    {
        _repeat?.Dispose();
        _end?.Dispose();
        base.End();
    }

    /// <summary>Timer L after a 2xx; H, and G between, after anything else.</summary>
    protected override void Answered(SipResponse response)
    {
        _end = Turns.After(SipTimings.Patience, End);
        if (!response.IsSuccess && !Flow.IsReliable)
        {
            RepeatAfter(SipTimings.RoundTrip);
        }
    }

    private void RepeatAfter(TimeSpan wait) => _repeat = Turns.After(wait, () =>
    {
        SendLast();
        RepeatAfter(SipTimings.Doubled(wait));
    }, _ => End());

    private void Confirm()
    {
        if (FinalStatus is null or < 300 || _isConfirmed)
        {
            return;
        }

        _isConfirmed = true;
        _repeat?.Dispose();
        _end?.Dispose();
        if (Flow.IsReliable)
        {
            End();
        }
        else
        {
            // Timer I: ACKs sent again are still on their way.
            _end = Turns.After(SipTimings.Wandering, End);
        }
    }
}
