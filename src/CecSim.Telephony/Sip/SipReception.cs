using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Flows;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <summary>Takes what flows bring and leads it to its transaction, old or new.</summary>
internal sealed class SipReception(
    SipCallServices services, ServerTransactions servers, UserAgentServer agent, SipTrace trace) : ISipReception
{
    private const string RetrySeconds = "5";

    public SipCounters Tally => services.Tally;

    public SipTrace Trace => trace;

    public bool IsStopped { get; private set; }

    public void Receive(SipFlow flow, ReadOnlyMemory<byte> message, SipFault? framing = null)
    {
        if (IsStopped)
        {
            return;
        }

        trace.Note(flow, isIncoming: true, message);
        SipParseResult? reading = null;
        try
        {
            reading = SipReader.Read(message, framing);
            Receive(flow, reading);
        }
        catch (Exception failure)
        {
            // One message, or the host's account book, must not end the loop that reads for everybody.
            services.Turns.Guard.Report("SIP message", failure, _ => AnswerFailure(reading));
        }
    }

    // After the turn, since a flow may be lost by what a turn sends over it.
    public void Lost(SipFlow flow, bool isFarewell = false)
    {
        var turns = services.Turns;
        turns.Take(() => turns.AfterTurn(() => turns.Take(() => Forget(flow, isFarewell))));
    }

    /// <summary>From now on nothing new begins, whatever still comes over the host's WebSockets.</summary>
    public void Stop() => IsStopped = true;

    private void Receive(SipFlow flow, SipParseResult reading)
    {
        switch (reading)
        {
            case SipParseResult.Sound { Message: SipRequest request }:
                request.NoteSource(flow.Remote);
                services.Turns.Take(() => Receive(flow.ForAnswersTo(request.Via), request));
                break;
            case SipParseResult.Sound { Message: SipResponse response }:
                services.Turns.Take(() => services.Clients.Receive(response));
                break;
            case SipParseResult.Malformed(var request, var fault):
                Tally.Malformed(fault.Reason, flow);
                services.Turns.Take(() => Refuse(flow, request, request.Answer(fault.Status, fault.Reason)));
                break;
            case SipParseResult.Unreadable:
                Tally.Unreadable(flow);
                break;
        }
    }

    private void Receive(SipFlow flow, SipRequest request)
    {
        if (servers.Find(TransactionKeys.OfServer(request)) is { } known && known.Takes(request))
        {
            if (request.Method == SipMethods.Ack && request.To.Tag == known.LocalTag)
            {
                flow.Prove();
            }

            known.Again(request);
        }
        else if (request.Method == SipMethods.Ack)
        {
            agent.Acknowledged(request, flow);
        }
        else if (servers.IsMerged(request))
        {
            Refuse(flow, request, request.Refuse(482, "The same request has come by another way"));
        }
        else if (servers.IsFull)
        {
            Tally.Refused(flow);
            Refuse(flow, request, request
                .Refuse(503, "Too many requests are under way")
                .With("Retry-After", RetrySeconds));
        }
        else
        {
            agent.Receive(servers.Add(request, flow));
        }
    }

    private void AnswerFailure(SipParseResult? reading)
    {
        if (reading is SipParseResult.Sound { Message: SipRequest request })
        {
            services.Turns.Take(() => servers.Find(TransactionKeys.OfServer(request))?.Refuse(
                500, "CecSim failed inside, which is a bug: its log tells more"));
        }
    }

    private void Forget(SipFlow flow, bool isFarewell)
    {
        foreach (var call in services.Table.Of(flow))
        {
            call.LoseFlow(isFarewell);
        }

        agent.Forget(flow);
        servers.EndThoseOf(flow);
        services.Clients.EndThoseOf(flow);
    }

    /// <summary>Answers without remembering (RFC 3261, section 8.2.7).</summary>
    private void Refuse(SipFlow flow, SipRequest request, SipResponse response)
    {
        servers.Refusals.Send(request, response, flow, call: null, () => flow.Send(SipWriter.WriteAnswer(
            response.WithToTag(SipIds.TagFor(request)), flow.AnswerBytesMax(request.BytesCount))));
    }
}
