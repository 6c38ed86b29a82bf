using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>
/// Repeats the 2xx to an INVITE until its ACK comes, and says when none will (RFC 3261, section 13.3.1.4). On a
/// reliable flow, which goes straight to the caller, nothing can be lost and nothing is repeated.
/// </summary>
internal sealed class AnswerRepeat
{
    private readonly SipSerialExecutor _turns;
    private readonly ServerTransaction _invite;
    private readonly Action<Failure> _fail;
    private readonly IDisposable _end;
    private IDisposable? _repeat;

    public AnswerRepeat(SipSerialExecutor turns, ServerTransaction invite, Action givenUp, Action<Failure> fail)
    {
        _turns = turns;
        _invite = invite;
        _fail = fail;
        _end = turns.After(SipTimings.Patience, givenUp, fail);
        if (!invite.Flow.IsReliable)
        {
            RepeatAfter(SipTimings.RoundTrip);
        }
    }

    public uint Sequence => _invite.Request.Sequence;

    public void Stop()
    {
        _end.Dispose();
        _repeat?.Dispose();
    }

    private void RepeatAfter(TimeSpan wait) => _repeat = _turns.After(wait, () =>
    {
        _invite.SendLast();
        RepeatAfter(SipTimings.Doubled(wait));
    }, _fail);
}
