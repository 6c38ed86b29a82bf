using CecSim.Simulation.Calls;
using CecSim.Simulation.Findings;

namespace CecSim.Server.ClickToCall;

/// <summary>Check, create and drop (chapter 5, steps 2, 3 and 5).</summary>
internal static class ClickToCallRoutes
{
    private static readonly Basis Section = Basis.Documented("5");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(CecOperation.CheckClickToCallSupport, CheckAsync, VendorJson.Wire.SupportBody),
        .. VendorRoute.Of(CecOperation.CreateClickToCall, CreateAsync, VendorJson.Wire.ResultBody),
        .. VendorRoute.Of(CecOperation.GetClickToCallEvents, CallEventPoll.PollAsync, VendorJson.Wire.CallEventBody),
        .. VendorRoute.Of(CecOperation.DropClickToCall, DropAsync, VendorJson.Wire.ResultBody),
    ];

    private static Task CheckAsync(VendorExchange exchange)
    {
        if (WebChannel.ProblemOf(exchange) is { } problem)
        {
            return exchange.RefuseAsync(problem);
        }

        var channel = exchange.User!.Channel;
        return exchange.AnswerAsync(
            new SupportBody(ResultBody.Success, "", channel.WebRtc, exchange.Space.Calls.IsSupported(channel)),
            VendorJson.Wire.SupportBody,
            Section);
    }

    private static async Task CreateAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        var media = body.OneOf("mediaAbility", "0", "1") == "1" ? MediaAbility.Video : MediaAbility.Voice;
        if (body.Problem is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        var outcome = exchange.Space.Calls.Create(exchange.User!, media, exchange.Header);
        if (outcome is null && !exchange.User!.Channel.WebRtc)
        {
            exchange.Space.Monitor.Note(
                FindingKind.WebRtcNotSupported,
                exchange.User.UserId,
                exchange.Recording?.Id,
                $"the channel {exchange.User.Channel.Id} has webRtc: false");
        }

        await TellAsync(exchange, outcome);
    }

    private static async Task DropAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        await (body.Problem is { } problem
            ? exchange.RefuseAsync(problem)
            : TellAsync(exchange, exchange.Space.Calls.Drop(exchange.User!)));
    }

    private static Task TellAsync(VendorExchange exchange, Refusal? outcome) => outcome is { } refusal
        ? exchange.RefuseAsync(refusal, WhyRefused(refusal))
        : exchange.AnswerAsync(new ResultBody(ResultBody.Success, ""), VendorJson.Wire.ResultBody, Section);

    private static string WhyRefused(Refusal refusal) => refusal switch
    {
        Refusal.CallExists => "a call of this user lives: drop it or let it end first",
        Refusal.NoCallToDrop => "this user has no call to drop",
        Refusal.ClickToCallNotSupported => "clickToCall is off for this channel, or 'resources' has no agents for it",
        Refusal.OutsideWorkingHours => "outside the channel's workingHours, or the scenario refuses this call",
        Refusal.NoAgentsAvailable => "no agent of the queue is signed in, or the scenario refuses this call",
        _ => "the queue is full, or maxConcurrentVoiceCalls reached, the channel needs a queue or a text session "
            + "first, or the scenario refuses this call",
    };
}
