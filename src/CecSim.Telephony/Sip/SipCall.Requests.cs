using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <content>What the caller asks within the call (RFC 3261, section 12.2.2).</content>
public sealed partial class SipCall
{
    private ServerTransaction? _theirReinvite;

    // The last 2xx brought an offer, and no ACK has answered it yet.
    private bool _awaitsAnswer;

    internal void Receive(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (!Dialog.TakeSequence(request))
        {
            transaction.Refuse(500, "CSeq out of order: it is not above that of the request before");
            return;
        }

        ReturnBy(transaction.Flow);
        switch (request.Method)
        {
            case SipMethods.Bye:
                transaction.Respond(200);
                EndByCaller(request);
                break;
            case SipMethods.Invite or SipMethods.Update:
                Reoffered(transaction);
                break;
            case SipMethods.Refer:
                Referred(transaction);
                break;
            case SipMethods.Info:
                transaction.Respond(AnswerToInfo(request));
                break;
            case SipMethods.Prack:
                transaction.Respond(AnswerToPrack(request));
                break;
            default:
                throw new InvalidOperationException($"{request.Method} is not for a call.");
        }
    }

    // The first to know that a connection is dead is often the caller, by whose new one everything goes from now on.
    private void ReturnBy(SipFlow flow)
    {
        if (flow.IsReliable && flow != Flow)
        {
            _flowLoss?.Dispose();
            _flowLoss = null;
            Dialog.Flow = flow;
        }
    }

    /// <summary>The ACK of a 2xx.</summary>
    internal void Acknowledged(SipRequest ack)
    {
        if (_answer?.Sequence != ack.Sequence)
        {
            return;
        }

        _answer.Stop();
        _answer = null;
        if (_state == State.Answered)
        {
            _state = State.Confirmed;
            SendDelayedBye();
        }

        if (_awaitsAnswer && _state == State.Confirmed)
        {
            Turns.AfterTurn(() => TakeAnswer(ack));
        }
    }

    // RFC 3261, section 13.2.1: without a usable answer there is no session to go on with.
    private void TakeAnswer(SipRequest ack)
    {
        var complaint = SdpBody.FaultOfAnswer(ack);
        try
        {
            complaint ??= _services.Application.TakeAnswer(this, ack.BodyText);
        }
        catch (Exception failure)
        {
            Turns.Guard.Report("answer of a caller", failure);
            complaint = FailedInside.Why;
        }

        if (complaint is not null)
        {
            // An ACK gets no answer, but is told of like whatever else is refused.
            var refused = new RefusedRequest(ack, ack.Refuse(NotAcceptableHere, complaint), Flow, this);
            Turns.Guard.Run("notice of a refusal", () => _services.Application.Refused(refused));
        }

        Turns.Take(() =>
        {
            _awaitsAnswer = false;
            if (complaint is not null && _state == State.Confirmed)
            {
                SendBye(complaint, NotAcceptableHere);
                End(new CallEnd(CallEndKind.AnswerUnusable, complaint));
            }
        });
    }

    private void EndByCaller(SipRequest bye)
    {
        if (_state == State.Ringing)
        {
            // RFC 3261, section 15.1.2: a BYE may come before the answer.
            _invite!.Refuse(487, "The caller sent BYE before there was an answer");
        }

        End(new CallEnd(CallEndKind.CallerHungUp, bye.Headers["Reason"]));
    }

    // RFC 3262, section 3. The INVITE's own offer is not answered yet, so that there is no room for another.
    private SipResponse AnswerToPrack(SipRequest prack) =>
        ReliableAck.Of(prack) is not { } ack
            ? prack.Refuse(400, "The PRACK has no RAck of two numbers and a method")
        : _reliable?.TryTake(ack) != true
            ? prack.Refuse(481, "No provisional answer waits for this PRACK")
        : prack.Body.IsEmpty ? prack.Answer(200)
        : prack.Refuse(488, "A PRACK is taken without an offer: that of the INVITE is not answered yet");

    private SipResponse AnswerToInfo(SipRequest info)
    {
        if (info.Body.IsEmpty)
        {
            return info.Answer(200);
        }

        if (!DtmfInfo.IsDtmf(info))
        {
            var type = info.ContentType ?? "untyped";
            return info
                .Refuse(415, $"INFO carries keys here, as {DtmfInfo.Accepted}; this one is {type}")
                .With("Accept", DtmfInfo.Accepted);
        }

        if (DtmfInfo.DigitsOf(info) is not { } digits)
        {
            return info.Refuse(400, "The body of the INFO has no key in it: 0 to 9, *, # or A to D");
        }

        Turns.AfterTurn(() => Turns.Guard.Run(
            "key of a caller", () => _services.Application.Dtmf(this, digits), FailInTurn));
        return info.Answer(200);
    }

    private void Reoffered(ServerTransaction transaction)
    {
        var request = transaction.Request;
        if (request.Method == SipMethods.Update && request.Body.IsEmpty)
        {
            // RFC 3311, section 5.2, and RFC 4028, section 7.4: without an offer it stands in the way of none.
            Dialog.TakeTarget(request);
            var response = request.Answer(200).With("Contact", Flow.Contact);
            if (_state != State.Ringing)
            {
                AnswerSession(request, response);
            }

            transaction.Respond(response);
        }
        else if (_state == State.Ringing || _theirReinvite is not null)
        {
            // RFC 3261, section 14.2, and RFC 3311, section 5.2: one offer at a time.
            transaction.Respond(request
                .Refuse(500, "An offer before this one is not answered yet")
                .With("Retry-After", RetrySeconds()));
        }
        else if (_ourReinvite is not null || _awaitsAnswer)
        {
            transaction.Refuse(491, "An offer of the gateway is on its way: try again shortly");
        }
        else if (SdpBody.FaultOf(request) is { } fault)
        {
            transaction.Respond(request.Refuse(fault));
        }
        else
        {
            Dialog.TakeTarget(request);
            transaction.Respond(100);
            _theirReinvite = transaction;
            Turns.AfterTurn(() => Turns.Guard.Start(
                "answer to an offer", () => AnswerReofferAsync(transaction), FailInTurn));
        }
    }

    private async Task AnswerReofferAsync(ServerTransaction transaction)
    {
        InviteDecision decision;
        try
        {
            decision = await _services.Application.ReofferAsync(this, transaction.Request.BodyText);
        }
        catch (Exception failure)
        {
            Turns.Guard.Report("decision on an offer", failure);
            decision = FailedInside with { Status = 488 };
        }

        Turns.Take(() =>
        {
            if (_theirReinvite == transaction && _state != State.Ended)
            {
                _theirReinvite = null;
                AnswerReoffer(transaction, decision);
            }
        });
    }

    private void AnswerReoffer(ServerTransaction transaction, InviteDecision decision)
    {
        if (decision is InviteDecision.Refuse refusal)
        {
            transaction.Respond(transaction.Request.Refuse(refusal));
        }
        else if (decision is InviteDecision.Answer { Sdp: var sdp })
        {
            if (transaction.Request.Method == SipMethods.Update)
            {
                transaction.Respond(Accepted(transaction.Request, sdp));
            }
            else
            {
                Answer(transaction, sdp);
            }
        }
    }

    private string RetrySeconds() => $"{_services.Waits.Next(0, 11)}";
}
