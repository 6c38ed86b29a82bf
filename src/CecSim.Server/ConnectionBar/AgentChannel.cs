using CecSim.Simulation.Agents;
using CecSim.Simulation.ConnectionBar;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// What the bar's frame and its server tell each other. CEC's own channel is not documented; this one is CecSim's, with
/// the CC-Gateway's words. It is for pages of this server only, and known by the cookie that the script brought.
/// </summary>
internal static class AgentChannel
{
    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(CecOperation.AgentEvents, PollAsync),
        .. VendorRoute.Of(CecOperation.AgentAction, ActAsync),
    ];

    private static async Task PollAsync(VendorExchange exchange)
    {
        if (await SessionOfAsync(exchange) is not { } session)
        {
            return;
        }

        var body = await exchange.ReadBodyAsync();
        var bars = exchange.Space.Bars;
        var (page, manner) = (body.GetStringOrEmpty("page"), body.GetStringOrEmpty("manner"));
        if (manner is "join" or "again" && !bars.MayPoll(session, page, again: manner is "again"))
        {
            await exchange.AnswerAsync(
                new BarNewsBody([], BarBody.Of(bars.ViewOf(session)), IsElsewhere: true),
                VendorJson.Wire.BarNewsBody,
                Basis.Inferred);
            return;
        }

        var poll = bars.Poll(session, page);
        await LongPollResponder.WriteAsync(exchange, poll, (exchange, events) => exchange.AnswerAsync(
            new BarNewsBody(
                [.. events.Select(AgentEnvelope.Of)],
                BarBody.Of(bars.ViewOf(session)),
                bars.IsElsewhere(session, page, poll)),
            VendorJson.Wire.BarNewsBody,
            Basis.Inferred));
    }

    private static async Task ActAsync(VendorExchange exchange)
    {
        var action = (string)exchange.Http.Request.RouteValues["action"]!;
        if (!BarActions.All.TryGetValue(action, out var act))
        {
            exchange.Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await SessionOfAsync(exchange) is not { } session)
        {
            return;
        }

        var body = await exchange.ReadBodyAsync();
        var phone = AgentPhone.For(exchange, session, action);
        var refusal = phone.Refusal ?? act(exchange.Space.Bars, session, body);
        if (body.Problem is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        if (refusal is not null)
        {
            var why = $"the agent cannot do that now: {BarActions.TextOf(refusal)}";
            exchange.Recording?.AddViolation(refusal: null, why);
            exchange.TellRefusal(RefusalAnswer.Result(BarActions.CodeOf(refusal), null, Basis.Inferred), why);
        }
        else
        {
            phone.NoteIfMissing();
        }

        await exchange.AnswerAsync(
            new BarAnswerBody(
                BarActions.CodeOf(refusal),
                BarActions.TextOf(refusal),
                BarBody.Of(exchange.Space.Bars.ViewOf(session)),
                session.Origin,
                exchange.Space.Bars.IsElsewhere(session, body.GetStringOrEmpty("page"))),
            VendorJson.Wire.BarAnswerBody,
            Basis.Inferred);
    }

    private static async Task<BarSession?> SessionOfAsync(VendorExchange exchange)
    {
        if (!CrossOrigin.IsSame(exchange.Http.Request))
        {
            await exchange.RefuseAsync(
                GenericStatuses.ToAnswer(StatusCodes.Status403Forbidden),
                "only the bar's own frame may ask this, and this Origin is "
                + (exchange.Header(HeaderNames.Origin) is { } origin ? $"'{origin}'" : "none"));
            return null;
        }

        // "Some calls answer 401 when the browser blocks third-party cookies" (API reference).
        var token = exchange.Http.Request.Cookies[BarCookies.Token];
        if (token is null || exchange.Space.Bars.Find(token) is not { } session)
        {
            var why = token is null
                ? "the cookie sum_token is missing, as where a browser blocks third-party cookies"
                : "the cookie sum_token is of no live page";
            await exchange.RefuseAsync(GenericStatuses.ToAnswer(StatusCodes.Status401Unauthorized), why);
            return null;
        }

        return session;
    }
}
