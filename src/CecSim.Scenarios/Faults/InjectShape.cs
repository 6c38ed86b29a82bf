using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Faults;

/// <summary>What a fault does. A new fault is one more form here.</summary>
internal static class InjectShape
{
    private static readonly NumberShape<int> HttpStatus = new("an HTTP status", 200, 599);

    private static readonly MapShape<StatusAnswer> Status =
        new MapShape<StatusAnswer>(new StatusAnswer(200))
            .Required("code", "the HTTP status.", HttpStatus, (s, code) => s with { Code = code })
            .Optional(
                "body",
                "the body; the vendor's own error body when absent.",
                new TextShape("a body", 0, 65_536),
                (s, body) => s with { Body = body })
            .OrJust("code");

    private static readonly MapShape<ResultCodeAnswer> ResultCode =
        new MapShape<ResultCodeAnswer>(new ResultCodeAnswer(""))
            .Required(
                "code",
                "the resultCode.",
                new TextShape("a result code", 1, 32),
                (r, code) => r with { Code = code })
            .Optional(
                "desc",
                "the resultDesc; the documented one when absent.",
                new TextShape("a text", 0, 300),
                (r, desc) => r with { Desc = desc })
            .OrJust("code");

    public static readonly FormsShape<Fault> Fault =
        new FormsShape<Fault>("a fault")
            .Word("accessTokenExpired", "the access token of the request dies.", new AccessTokenExpired())
            .Word("messagingTokenExpired", "the ccmessaging token of the request dies.", new MessagingTokenExpired())
            .Key("status", "an HTTP status instead of an answer, as in status: 503.", Status, s => s)
            .Key("resultCode", "a result code instead of success, as in resultCode: \"13\".", ResultCode, r => r)
            .Key(
                "delay",
                "how long the request waits, as in delay: 2s.",
                DurationShape.UpToADay("a delay"),
                time => new Delay(time));
}
