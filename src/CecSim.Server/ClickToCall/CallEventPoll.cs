using CecSim.Server.Gateway;
using CecSim.Simulation.Calls;

namespace CecSim.Server.ClickToCall;

/// <summary>The long poll of a call's events (chapter 5, step 4).</summary>
internal static class CallEventPoll
{
    private static readonly Basis Section = Basis.Documented("5");

    public static Task PollAsync(VendorExchange exchange)
    {
        if (WebChannel.ProblemOf(exchange) is { } problem)
        {
            return exchange.RefuseAsync(problem);
        }

        var poll = exchange.Space.Calls.Poll(exchange.User!);
        return LongPollResponder.WriteAsync(exchange, poll, static (exchange, events) => events.Count == 0
            ? exchange.AnswerAsync(NoEvent, VendorJson.Wire.CallEventBody, Section)
            : TellAsync(exchange, events[0]));
    }

    private static CallEventBody NoEvent { get; } = new(ResultBody.Success, CallEventTexts.NoEvent);

    private static Task TellAsync(VendorExchange exchange, CallEvent item)
    {
        var body = new CallEventBody(
            ResultBody.Success, CallEventTexts.Of(item.Kind), item.EventId, ContentOf(exchange, item));
        return item.Wording is { } wording
            ? exchange.AnswerAsync(
                WordedEventBody.Of(body, wording), VendorJson.Wire.WordedEventBody, Basis.Scenario)
            : exchange.AnswerAsync(
                body, VendorJson.Wire.CallEventBody, item.Kind == CallEventKind.Unknown ? Basis.Scenario : Section);
    }

    private static CallEventBody.ContentBody? ContentOf(VendorExchange exchange, CallEvent item) => item switch
    {
        { Route: { } route } => new()
        {
            Domain = route.Domain,
            GatewayAddresses = GatewayAddresses.For(exchange),
            AccessCode = route.AccessCode,
            Caller = route.Caller,
        },
        { Cause: { } cause } => new() { CauseId = cause.CauseId, CauseDesc = cause.CauseDesc },
        _ => null,
    };
}
