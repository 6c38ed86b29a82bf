using System.Globalization;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Messages;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <summary>One call from its INVITE to its end.</summary>
public sealed partial class SipCall
{
    private readonly SipCallServices _services;
    private readonly ServerTransaction _invite;
    private readonly IDisposable _ringing;
    private State _state = State.Ringing;
    private AnswerRepeat? _answer;
    private Action? _tellGone;

    internal SipCall(SipCallServices services, ServerTransaction invite)
    {
        _services = services;
        _invite = invite;
        Dialog = new SipDialog(invite.Request, invite.LocalTag, invite.Flow, services.Ids);
        _ringing = LimitRinging();
    }

    private enum State
    {
        Ringing,
        Answered,
        Confirmed,
        Ended,
    }

    public string CallId => Dialog.CallId;

    /// <summary>What the caller came by. Every request of the call goes back over it.</summary>
    public SipFlow Flow => Dialog.Flow;

    internal SipDialog Dialog { get; }

    private SipTurns Turns => _services.Turns;

    internal void Ring() => Turns.Take(() =>
    {
        if (_state == State.Ringing)
        {
            _invite.Respond(_invite.Request.Answer(180).With("Contact", Flow.Contact));
        }
    });

    /// <summary>Asks the application, outside of any turn.</summary>
    internal async Task DecideAsync(SipUri uri)
    {
        var gone = new CancellationTokenSource();
        _tellGone = gone.Cancel;
        InviteDecision decision;
        try
        {
            var invite = new IncomingInvite(this, _invite.Request, uri);
            decision = await _services.Application.InviteAsync(invite, gone.Token);
        }
        catch (Exception failure)
        {
            Failed(failure);
            decision = new InviteDecision.Refuse(500);
        }

        Turns.Take(() => Carry(decision));
    }

    /// <summary>The caller takes back its INVITE, or a re-INVITE: then the call goes on as it was.</summary>
    internal void Cancel(ServerTransaction invite)
    {
        if (invite == _invite)
        {
            Refuse(487, null, new CallEnd(CallEndKind.CallerCancelled));
        }
        else if (invite == _theirReinvite)
        {
            _theirReinvite = null;
            invite.Respond(487);
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
        _ringing.Dispose();
        _answer?.Stop();
        _retry?.Dispose();
        _theirReinvite?.Respond(487);
        CompleteOurReinvite(new ReinviteOutcome(487, null));
        _services.Table.Remove(this);
        Turns.AfterTurn(() =>
        {
            Guarded(() => _tellGone?.Invoke());
            Guarded(() => _services.Application.Ended(this, end));
        });
    }

    private void Carry(InviteDecision decision)
    {
        if (_state != State.Ringing)
        {
            return;
        }

        if (decision is InviteDecision.Answer answer)
        {
            _ringing.Dispose();
            _state = State.Answered;
            Answer(_invite, answer.Sdp);
        }
        else if (decision is InviteDecision.Refuse refusal)
        {
            Refuse(refusal.Status, refusal.Reason, new CallEnd(CallEndKind.Refused, refusal.Reason));
        }
    }

    private void Refuse(int status, string? reason, CallEnd end)
    {
        if (_state == State.Ringing)
        {
            _invite.Respond(Math.Clamp(status, 300, 699), reason is null ? null : OneLine(reason));
            End(end);
        }
    }

    private void Answer(ServerTransaction invite, string sdp)
    {
        invite.Respond(Accepted(invite.Request, sdp));
        _answer?.Stop();
        _answer = new AnswerRepeat(Turns, invite, () =>
        {
            SendBye("no ACK");
            End(new CallEnd(CallEndKind.NotAcknowledged));
        });
    }

    private SipResponse Accepted(SipRequest request, string sdp)
    {
        var response = request.Answer(200)
            .With("Contact", Flow.Contact)
            .With("Allow", SipMethods.Allowed)
            .With("Server", _services.Settings.Product);
        foreach (var route in request.Headers.Fields("Record-Route"))
        {
            // RFC 3261, section 12.1.1.
            response.With("Record-Route", route);
        }

        response.SetBody(SdpBody.ContentType, sdp);
        return response;
    }

    // RFC 3261, section 13.3.1: the caller may have set a limit of its own, and then it is 487 that it expects.
    private IDisposable LimitRinging()
    {
        var notAnswered = new CallEnd(CallEndKind.NotAnswered);
        var limit = _services.Settings.RingingMax;
        return uint.TryParse(_invite.Request.Headers["Expires"], NumberStyles.None, null, out var seconds)
            && TimeSpan.FromSeconds(seconds) < limit
                ? Turns.After(TimeSpan.FromSeconds(seconds), () => Refuse(487, null, notAnswered))
                : Turns.After(limit, () => Refuse(480, null, notAnswered));
    }

    private void Guarded(Action notice)
    {
        try
        {
            notice();
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    private void Failed(Exception failure) => _services.Settings.ApplicationFailed?.Invoke(failure);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('"', '\'');
}
