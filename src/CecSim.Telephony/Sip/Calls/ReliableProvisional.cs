using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>
/// Repeats a provisional answer until its PRACK comes, by whatever transport, and says when none will: RFC 3262,
/// section 3.
/// </summary>
internal sealed class ReliableProvisional
{
    private readonly SipSerialExecutor _turns;
    private readonly ServerTransaction _invite;
    private readonly Action<Failure> _fail;
    private readonly IDisposable _end;
    private readonly uint _number = SipIds.ResponseNumber();
    private IDisposable? _repeat;

    public ReliableProvisional(
        SipSerialExecutor turns, ServerTransaction invite, SipResponse response, Action givenUp, Action<Failure> fail)
    {
        _turns = turns;
        _invite = invite;
        _fail = fail;
        _end = turns.After(SipTimings.Patience, givenUp, fail);
        invite.Respond(response
            .With("Require", OptionTags.Reliable)
            .With(ReliableAck.NumberName, _number.ToString(CultureInfo.InvariantCulture)));
        RepeatAfter(SipTimings.RoundTrip);
    }

    /// <summary>Takes a PRACK; false for one of another answer, or one that comes again.</summary>
    public bool TryTake(ReliableAck ack)
    {
        var isIts = !IsOver
            && ack == new ReliableAck(_number, _invite.Request.Sequence, _invite.Request.Method);
        if (isIts)
        {
            Stop();
        }

        return isIts;
    }

    private bool IsOver { get; set; }

    public void Stop()
    {
        IsOver = true;
        _end.Dispose();
        _repeat?.Dispose();
    }

    private void RepeatAfter(TimeSpan wait) => _repeat = _turns.After(wait, () =>
    {
        _invite.SendLast();
        RepeatAfter(2 * wait);
    }, _fail);
}
