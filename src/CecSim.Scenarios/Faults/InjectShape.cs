using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Faults;

/// <summary>What a fault does. A new fault is one more form here.</summary>
internal static class InjectShape
{
    private static readonly NumberShape<int> HttpStatus = new("an HTTP status", 200, 599);

    private static readonly MapShape<StatusAnswer> Status =
        new MapShape<StatusAnswer>(new StatusAnswer(200))
            .Required("code", "the HTTP status.", HttpStatus, (s, code) => s with { Code = code }, s => s.Code)
            .Optional(
                "body",
                "the body; the vendor's own error body when absent.",
                new TextShape("a body", 0, 65_536),
                (s, body) => s with { Body = body },
                s => s.Body)
            .OrJust("code");

    private static readonly MapShape<ResultCodeAnswer> ResultCode =
        new MapShape<ResultCodeAnswer>(new ResultCodeAnswer(""))
            .Required(
                "code",
                "the resultCode.",
                new TextShape("a result code", 1, 32),
                (r, code) => r with { Code = code },
                r => r.Code)
            .Optional(
                "desc",
                "the resultDesc; the documented one when absent.",
                new TextShape("a text", 0, 300),
                (r, desc) => r with { Desc = desc },
                r => r.Desc)
            .OrJust("code");

    private static readonly MapShape<Dribble> Dribble =
        new MapShape<Dribble>(new Dribble(default, default))
            .Required(
                "chunks",
                "how many pieces.",
                new NumberShape<int>("a number of pieces", 2, 1_000),
                (d, chunks) => d with { Chunks = chunks },
                d => d.Chunks)
            .Required(
                "over",
                "the time from the first piece to the last.",
                DurationShape.UpToADay("a duration"),
                (d, over) => d with { Over = over },
                d => d.Over);

    private static readonly MapShape<TooManyRequests> TooManyRequests =
        new MapShape<TooManyRequests>(new TooManyRequests())
            .Optional(
                "retryAfter",
                "the header Retry-After, in whole seconds; left out when absent.",
                new DurationShape("a duration", TimeSpan.FromSeconds(1), DurationShape.Day),
                (t, wait) => t with { RetryAfter = wait },
                t => t.RetryAfter);

    public static readonly FormsShape<Fault> Fault =
        new FormsShape<Fault>("a fault")
            .Word("accessTokenExpired", "the access token of the request dies.", new AccessTokenExpired())
            .Word("accessTokenRevoked", "the access token of the request is taken back.", new AccessTokenRevoked())
            .Word("messagingTokenExpired", "the ccmessaging token of the request dies.", new MessagingTokenExpired())
            .Key("status", "an HTTP status instead of an answer, as in status: 503.", Status)
            .Key("resultCode", "a result code instead of success, as in resultCode: \"13\".", ResultCode)
            .Key(
                "tooManyRequests",
                "429, as in tooManyRequests: { retryAfter: 5s }.",
                TooManyRequests,
                bare: new TooManyRequests())
            .Key(
                "delay",
                "how long the request waits, as in delay: 2s.",
                DelayShape.Time,
                time => new Delay(time),
                delay => delay.For)
            .Word("hang", "no answer until the client gives up.", new Hang())
            .Word("emptyResponse", "the connection is closed without a byte.", new EmptyResponse())
            .Word("connectionReset", "the connection is reset.", new ConnectionReset())
            .Word("malformedChunk", "the answer breaks off with a chunk that is none.", new MalformedChunk())
            .Word("garbage", "random bytes instead of HTTP.", new Garbage())
            .Word("truncate", "the answer breaks off in its middle.", new Truncate())
            .Key(
                "dribble",
                "the answer in pieces, as in dribble: { chunks: 5, over: 10s }.",
                Dribble)
            .Word("duplicateEvent", "the event comes twice.", new DuplicateEvent())
            .Word("dropEvent", "the event never comes.", new DropEvent())
            .Word("reorderEvents", "two events change places.", new ReorderEvents())
            .Key(
                "lateEvent",
                "how much later the event comes, as in lateEvent: 5s.",
                DurationShape.UpToADay("a delay"),
                by => new LateEvent(by),
                late => late.By)
            .Word(
                "dropConnectionAfterTakingEvent",
                "the event is gone, and the connection with it.",
                new DropConnectionAfterTakingEvent())
            .Word("cookiesRefused", "the connection bar's script comes without its cookies.", new CookiesRefused())
            .Key(
                "frameLate",
                "how much later the connection bar's frame is there, as in frameLate: 3s.",
                DurationShape.UpToADay("a delay"),
                by => new FrameLate(by),
                late => late.By)
            .Word("tlsError", "the enterprise's API cannot be verified.", new TlsError())
            .WithGatewayFaults();
}
