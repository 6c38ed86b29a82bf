using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Messages;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <content>The caller hands the call on, and is told how that went (RFC 3515).</content>
public sealed partial class SipCall
{
    /// <summary>How long a REFER is told of unless it is over before. Longer than a phone may ring.</summary>
    private const int ReferLifetimeSeconds = 180;

    // Null without a REFER, false until it was answered.
    private bool? _isReferDecided;
    private int? _referOutcome;

    /// <summary>Tells whoever has handed the call on how that went, and is over with it. Without effect else.</summary>
    /// <param name="status">What the one to whom it was handed has said.</param>
    public void NotifyReferred(int status) => Turns.Take(() =>
    {
        if (_isReferDecided is not null)
        {
            _referOutcome = status;
            TellReferOutcome();
        }
    });

    private void Referred(ServerTransaction transaction)
    {
        var refer = transaction.Request;
        if (_state is State.Ringing)
        {
            transaction.Refuse(481, "The call is not answered yet");
        }
        else if (_isReferDecided is not null)
        {
            transaction.Refuse(491, "A REFER before this one is not over yet");
        }
        else if (ReferTo.FaultOf(refer, out var target) is { } fault)
        {
            transaction.Respond(fault);
        }
        else
        {
            _isReferDecided = false;
            var referral = new SipReferral(
                this,
                target!.User,
                target.Replaces is not null,
                target.Replaces is { } key ? _services.Table.Find(key) : null);
            Turns.AfterTurn(() => Turns.Guard.Start(
                "decision on a REFER", () => DecideReferAsync(transaction, referral), FailInTurn));
        }
    }

    private async Task DecideReferAsync(ServerTransaction transaction, SipReferral referral)
    {
        InviteDecision.Refuse? refusal;
        try
        {
            refusal = await _services.Application.ReferAsync(referral);
        }
        catch (Exception failure)
        {
            Turns.Guard.Report("decision on a REFER", failure);
            refusal = FailedInside;
        }

        Turns.Take(() => AnswerRefer(transaction, refusal));
    }

    // Section 2.4.4: at once what is known at once, and at the end how it ended.
    private void AnswerRefer(ServerTransaction transaction, InviteDecision.Refuse? refusal)
    {
        if (refusal is not null)
        {
            transaction.Respond(transaction.Request.Refuse(refusal));
            _isReferDecided = null;
        }
        else
        {
            transaction.Respond(transaction.Request.Answer(202).With("Contact", Flow.Contact));
            _isReferDecided = true;
            Notify(100, $"active;expires={ReferLifetimeSeconds}");
            TellReferOutcome();
        }

        SendDelayedBye();
    }

    private void TellReferOutcome()
    {
        if (_isReferDecided is true && _referOutcome is { } status)
        {
            (_isReferDecided, _referOutcome) = (null, null);
            Notify(status, "terminated;reason=noresource");
        }
    }

    private void Notify(int status, string subscription)
    {
        if (_state is State.Ended)
        {
            return;
        }

        var notify = Dialog.Create(SipMethods.Notify);
        notify.Headers.Add("Event", "refer");
        notify.Headers.Add("Subscription-State", subscription);
        notify.Headers.Add("User-Agent", _services.Settings.Product);
        notify.SetBody("message/sipfrag;version=2.0", $"SIP/2.0 {status} {SipReasons.Of(status)}\r\n");
        _services.Clients.Send(notify, Flow, _ => { });
    }
}
