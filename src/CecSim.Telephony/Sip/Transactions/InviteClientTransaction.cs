namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// RFC 3261, section 17.1.1, as RFC 6026 corrects it: a 2xx that comes again is heard again, since its sender waits
/// for an ACK that only the call can send.
/// </summary>
internal sealed class InviteClientTransaction(
    ClientTransactions table, SipSerialExecutor turns, SipRequest request, SipFlow flow, Action<SipResponse> heard)
    : ClientTransaction(table, turns, request, flow, heard)
{
    private bool _isAccepted;

    public override void Receive(SipResponse response)
    {
        if (HasFinal)
        {
            Repeat(response);
            return;
        }

        Hear(response);
        if (!response.IsFinal)
        {
            StopRepeating();
            EndAfter(SipTimings.ProvisionalMax);
        }
        else if (response.IsSuccess)
        {
            _isAccepted = true;
            Linger(SipTimings.Patience);
        }
        else
        {
            Acknowledge(response);

            // Timer D.
            Linger(Flow.IsReliable ? TimeSpan.Zero : SipTimings.Patience);
        }
    }

    protected override TimeSpan NextWait(TimeSpan wait) => 2 * wait;

    private void Repeat(SipResponse response)
    {
        if (_isAccepted && response.IsSuccess)
        {
            Hear(response);
        }
        else if (!_isAccepted && response.Status >= 300)
        {
            Acknowledge(response);
        }
    }

    // Section 17.1.1.3: on the branch of the INVITE, to wherever that went.
    private void Acknowledge(SipResponse response)
    {
        var ack = new SipRequest(SipMethods.Ack, Request.Uri);
        ack.Headers.Add("Via", Request.Headers["Via"]!);
        foreach (var route in Request.Headers.Fields("Route"))
        {
            ack.Headers.Add("Route", route);
        }

        ack.Headers.Add("Max-Forwards", "70");
        ack.Headers.Add("From", Request.Headers["From"]!);
        ack.Headers.Add("To", response.Headers["To"]!);
        ack.Headers.Add("Call-ID", Request.CallId);
        ack.Headers.Add("CSeq", $"{Request.Sequence} {SipMethods.Ack}");
        Flow.Send(SipWriter.Write(ack));
    }
}
