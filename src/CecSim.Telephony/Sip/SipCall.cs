using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <summary>One call from its INVITE to its end.</summary>
public sealed partial class SipCall
{
    private readonly SipCallServices _services;

    // Both null for a call that this side began.
    private readonly ServerTransaction? _invite;
    private readonly IDisposable? _ringing;
    private State _state = State.Ringing;
    private AnswerRepeat? _answer;
    private Action? _tellGone;
    private IDisposable? _flowLoss;
    private ReliableProvisional? _reliable;

    internal SipCall(SipCallServices services, ServerTransaction invite)
    {
        _services = services;
        _invite = invite;
        Dialog = new SipDialog(invite.Request, invite.LocalTag, invite.Flow);
        _peerUpdates = IsUpdating(invite.Request);
        _ringing = LimitRinging(invite);
    }

    /// <summary>A call that this side began, answered and acknowledged.</summary>
    internal SipCall(SipCallServices services, SipDialog dialog, SipRequest invite, SipResponse answer)
    {
        _services = services;
        Dialog = dialog;
        _state = State.Confirmed;
        _peerUpdates = IsUpdating(answer);
        _localSdp = invite.BodyText;
        TakeSession(invite, answer);
    }

    private enum State
    {
        Ringing,
        Answered,
        Confirmed,
        Ended,
    }

    public string CallId => Dialog.CallId;

    /// <summary>What the other side came by. Every request of the call goes back over it.</summary>
    public SipFlow Flow => Dialog.Flow;

    internal SipDialog Dialog { get; }

    private SipSerialExecutor Turns => _services.Turns;

    internal void Ring() => Turns.Take(() =>
    {
        if (_state != State.Ringing || _reliable is not null)
        {
            return;
        }

        var request = _invite!.Request;
        var ringing = WithRoutes(request, request.Answer(180).With("Contact", Flow.Contact));
        if (!OptionTags.IsRequired(request, OptionTags.Reliable))
        {
            _invite.Respond(ringing);
        }
        else if (!request.Body.IsEmpty)
        {
            // RFC 3262, section 5: an offer of ours would have to be in it already, and is not known before the end.
            const string Why = "No PRACK has come for the 180";
            _reliable = new ReliableProvisional(Turns, _invite, ringing, () => Refuse(
                new InviteDecision.Refuse(504) { Why = Why }, CallEndKind.NotAcknowledged), Fail);
        }
    });

    /// <summary>Asks the application, outside of any turn.</summary>
    internal async Task DecideAsync(SipUri uri, InviteDecision.Refuse? unreadable)
    {
        var gone = new CancellationTokenSource();
        _tellGone = gone.Cancel;
        InviteDecision decision;
        try
        {
            var invite = new IncomingInvite(this, _invite!.Request, uri, unreadable);
            decision = await _services.Application.InviteAsync(invite, gone.Token);
        }
        catch (Exception failure)
        {
            Turns.Guard.Report("decision on an INVITE", failure);
            decision = FailedInside;
        }

        Turns.Take(() => Carry(decision is InviteDecision.Answer && unreadable is not null ? unreadable : decision));
    }

    /// <summary>The caller takes back its INVITE, or a re-INVITE: then the call goes on as it was.</summary>
    internal void Cancel(ServerTransaction invite)
    {
        if (invite == _invite)
        {
            Refuse(new InviteDecision.Refuse(487) { Why = "The caller sent CANCEL" }, CallEndKind.CallerCancelled);
        }
        else if (invite == _theirReinvite)
        {
            _theirReinvite = null;
            invite.Refuse(487, "The caller sent CANCEL");
        }
    }

    /// <summary>Ends it here and now, whatever its state. Nothing is sent.</summary>
    internal void End(CallEnd end)
    {
        if (_state == State.Ended)
        {
            return;
        }

        _state = State.Ended;
        _ringing?.Dispose();
        _answer?.Stop();
        _reliable?.Stop();
        StopSession();
        _retry?.Dispose();
        _flowLoss?.Dispose();
        _theirReinvite?.Refuse(487, "The call is over");
        CompleteOurReinvite(new ReinviteOutcome(487, null));
        _services.Table.Remove(this);
        _services.Dialogs.End(Dialog.Key);
        Turns.AfterTurn(() =>
        {
            Turns.Guard.Run("end of ringing", () => _tellGone?.Invoke());
            Turns.Guard.Run("end of a SIP call", () => _services.Application.Ended(this, end));
        });
    }

    /// <summary>
    /// Its connection is gone. A caller that has been answered may come back by another one (RFC 5626, section 4.2):
    /// its media may well go on meanwhile. One that waits for an answer could never get it.
    /// </summary>
    internal void LoseFlow(bool isFarewell)
    {
        var limit = _services.Settings.FlowLossMax;
        if (isFarewell || _state == State.Ringing)
        {
            End(new CallEnd(CallEndKind.FlowLost, "the caller closed the connection of its signalling"));
        }
        else if (_state != State.Ended && _flowLoss is null)
        {
            var why = $"the connection broke and the caller was not back within {limit.TotalSeconds:0} s";
            _flowLoss = Turns.After(limit, () => End(new CallEnd(CallEndKind.FlowLost, why)));
        }
    }

    private void Carry(InviteDecision decision)
    {
        if (_state != State.Ringing)
        {
            return;
        }

        if (decision is InviteDecision.Answer answer)
        {
            _ringing!.Dispose();
            _reliable?.Stop();
            _state = State.Answered;
            _services.Dialogs.Confirm(Dialog.Key, Dialog.Key);
            Answer(_invite!, answer.Sdp);
        }
        else if (decision is InviteDecision.Refuse refusal)
        {
            Refuse(refusal, CallEndKind.Refused);
        }
    }

    private void Refuse(InviteDecision.Refuse refusal, CallEndKind end)
    {
        if (_state == State.Ringing)
        {
            _invite!.Respond(_invite.Request.Refuse(refusal));
            End(new CallEnd(end, refusal.Why ?? refusal.Reason));
        }
    }

    private void Answer(ServerTransaction invite, string sdp)
    {
        invite.Respond(Accepted(invite.Request, sdp));
        _awaitsAnswer = invite.Request.Body.IsEmpty;
        _answer?.Stop();
        _answer = new AnswerRepeat(Turns, invite, () =>
        {
            SendBye("no ACK");
            End(new CallEnd(CallEndKind.NotAcknowledged));
        }, Fail);
    }

    private SipResponse Accepted(SipRequest request, string sdp)
    {
        var response = WithRoutes(request, request.Answer(200)
            .With("Contact", Flow.Contact)
            .With("Allow", SipMethods.Allowed)
            .With("Supported", OptionTags.Supported)
            .With("Server", _services.Settings.Product));
        AnswerSession(request, response);
        response.SetBody(SdpBody.ContentType, sdp);
        _localSdp = sdp;
        return response;
    }

    // RFC 3261, section 12.1.1.
    private static SipResponse WithRoutes(SipRequest request, SipResponse response) =>
        request.Headers.Fields("Record-Route").Aggregate(response, (r, route) => r.With("Record-Route", route));

    private static bool IsUpdating(SipMessage peers) =>
        peers.Headers.Values("Allow").Any(m => m == SipMethods.Update);

    // RFC 3261, section 13.3.1: the caller may have set a limit of its own, and then it is 487 that it expects.
    private IDisposable LimitRinging(ServerTransaction invite)
    {
        var limit = _services.Settings.RingingMax;
        return uint.TryParse(invite.Request.Headers["Expires"], NumberStyles.None, null, out var seconds)
            && TimeSpan.FromSeconds(seconds) < limit
                ? After(TimeSpan.FromSeconds(seconds), 487, "The Expires of the INVITE is over")
                : After(limit, 480, $"Nobody answered within {limit.TotalSeconds:0} s");

        IDisposable After(TimeSpan wait, int status, string why) => Turns.After(
            wait, () => Refuse(new InviteDecision.Refuse(status) { Why = why }, CallEndKind.NotAnswered), Fail);
    }

    private static InviteDecision.Refuse FailedInside =>
        new(500) { Why = "CecSim failed inside, which is a bug: its log tells more" };

    internal void FailInTurn(Failure why) => Turns.Take(() => Fail(why));

    private void Fail(Failure why)
    {
        if (_state is State.Answered or State.Confirmed)
        {
            SendBye(why.Why);
        }

        Refuse(FailedInside, CallEndKind.Failed);
        End(new CallEnd(CallEndKind.Failed, why.Why));
    }
}
