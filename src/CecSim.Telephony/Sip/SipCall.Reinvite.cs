using CecSim.Telephony.Sip.Calls;

namespace CecSim.Telephony.Sip;

/// <content>What we ask of the caller: to change the media, and to hang up.</content>
public sealed partial class SipCall
{
    private const int GlareRetriesMax = 3;
    private const int NotAcceptableHere = 488;
    private const int RequestTimeout = 408;

    private TaskCompletionSource<ReinviteOutcome>? _ourReinvite;
    private IDisposable? _retry;
    private string? _delayedBye;

    /// <summary>Offers other media. One at a time, and only once the caller has acknowledged the call.</summary>
    public Task<ReinviteOutcome> ReinviteAsync(string sdp) => Turns.Take(() =>
    {
        if (_state != State.Confirmed || IsNegotiating)
        {
            return Task.FromResult(new ReinviteOutcome(_state == State.Ended ? 481 : 491, null));
        }

        _ourReinvite = new TaskCompletionSource<ReinviteOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var outcome = _ourReinvite.Task;
        SendReinvite(sdp, GlareRetriesMax);
        return outcome;
    });

    // An offer is under way, of whichever side.
    private bool IsNegotiating =>
        _theirReinvite is not null || _ourReinvite is not null || _answer is not null || _awaitsAnswer;

    /// <summary>
    /// Ends the call: a ringing one with 480, an answered one with BYE, which has to wait for the caller's ACK (RFC
    /// 3261, section 15).
    /// </summary>
    public void HangUp(string reason) => Turns.Take(() =>
    {
        var end = new CallEnd(CallEndKind.HungUp, reason);
        switch (_state)
        {
            case State.Ringing:
                Refuse(new InviteDecision.Refuse(480) { Why = reason }, end.Kind);
                break;
            case State.Answered:
            case State.Confirmed when _isReferDecided is false:
                _delayedBye = reason;
                break;
            case State.Confirmed:
                SendBye(reason);
                End(end);
                break;
        }
    });

    /// <summary>The server stops: the caller is told what it can be told.</summary>
    internal void Stop()
    {
        var end = new CallEnd(CallEndKind.ServerStops);
        Refuse(new InviteDecision.Refuse(503) { Why = "The server stops" }, end.Kind);
        if (_state != State.Ended)
        {
            SendBye("the server stops");
            End(end);
        }
    }

    private void SendDelayedBye()
    {
        if (_delayedBye is { } reason)
        {
            SendBye(reason);
            End(new CallEnd(CallEndKind.HungUp, reason));
        }
    }

    // The reason travels as RFC 3326 says.
    private void SendBye(string reason, int cause = 200)
    {
        var bye = Dialog.Create(SipMethods.Bye);
        bye.Headers.Add("Reason", SipReason.Of(cause, reason));
        _services.Clients.Send(bye, Flow, _ => { });
    }

    private void SendReinvite(string sdp, int retriesLeft)
    {
        var invite = Dialog.Create(SipMethods.Invite);
        invite.Headers.Add("Allow", SipMethods.Allowed);
        AskForSession(invite);
        _localSdp = sdp;
        invite.SetBody(SdpBody.ContentType, sdp);
        _services.Clients.Send(invite, Flow, response => ReinviteAnswered(invite, response, sdp, retriesLeft));
    }

    private void ReinviteAnswered(SipRequest invite, SipResponse response, string sdp, int retriesLeft)
    {
        if (!response.IsFinal)
        {
            return;
        }

        if (response.IsSuccess)
        {
            Dialog.TakeTarget(response);
            Flow.Send(SipWriter.Write(Dialog.CreateAck(invite)));
        }

        if (_state == State.Ended)
        {
            return;
        }

        if (response.IsSuccess)
        {
            TakeSession(invite, response);
        }
        else if (response.Status == 422 && SessionExpires.MinimumOf(response) is { } minimum && minimum > _interval)
        {
            KeepSession(minimum, isOurs: true);
            SendReinvite(sdp, retriesLeft);
            return;
        }

        if (response.Status == 491 && retriesLeft > 0)
        {
            // RFC 3261, section 14.1: whoever did not make the Call-ID tries again first.
            var tens = Dialog.HasOwnCallId ? _services.Waits.Next(210, 401) : _services.Waits.Next(0, 201);
            var wait = TimeSpan.FromMilliseconds(10 * tens);
            _retry = Turns.After(wait, () => SendReinvite(sdp, retriesLeft - 1), Fail);
            return;
        }

        CompleteOurReinvite(new ReinviteOutcome(
            response.Status, response is { IsSuccess: true, Body.IsEmpty: false } ? response.BodyText : null));
        if (response.Status is 408 or 481)
        {
            SendBye("no answer");
            End(new CallEnd(CallEndKind.CallerGone, response.Reason));
        }
    }

    private void CompleteOurReinvite(ReinviteOutcome outcome)
    {
        _ourReinvite?.TrySetResult(outcome);
        _ourReinvite = null;
    }
}
