using CecSim.Server.Exchanges;
using CecSim.Server.Gateway;
using CecSim.Server.Problems;
using CecSim.Simulation.Calls;

namespace CecSim.Server.ClickToCall;

/// <summary>The long poll of a call's events (chapter 5, step 4).</summary>
internal static class CallEventPoll
{
    private static readonly Basis Section = Basis.Documented("5");

    public static async Task PollAsync(VendorExchange exchange)
    {
        if (WebChannel.ProblemOf(exchange) is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        var poll = exchange.Space.Calls.Poll(exchange.User!);
        await HeldAnswers.WriteAsync(exchange, poll, events => exchange.AnswerAsync(
            events.Count == 0 ? NoEvent : BodyOf(exchange, events[0]), VendorJson.Wire.CallEventBody, Section));
    }

    private static CallEventBody NoEvent { get; } = new(ResultBody.Success, CallEventTexts.NoEvent);

    private static CallEventBody BodyOf(VendorExchange exchange, CallEvent item) =>
        new(ResultBody.Success, item.Desc ?? CallEventTexts.Of(item.Kind), (int)item.Kind, ContentOf(exchange, item));

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
