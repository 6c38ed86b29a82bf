namespace CecSim.Scenarios.Faults;

/// <summary>
/// What a fault does. A new fault is one more form here: its sentence goes to the schema and the pages, and what stands
/// behind "as in" at its end is the example that they show.
/// </summary>
internal static class InjectShape
{
    private static readonly NumberShape<int> HttpStatus = new("an HTTP status", 200, 599);

    private static readonly ObjectShape<StatusAnswer> Status =
        new ObjectShape<StatusAnswer>(new StatusAnswer(200))
            .Required("code", "the HTTP status.", HttpStatus, (s, code) => s with { Code = code }, s => s.Code)
            .Optional(
                "body",
                "the body; the vendor's own error body when absent.",
                new TextShape("a body", 0, 65_536),
                (s, body) => s with { Body = body },
                s => s.Body)
            .OrJust("code");

    private static readonly ObjectShape<ResultCodeAnswer> ResultCode =
        new ObjectShape<ResultCodeAnswer>(new ResultCodeAnswer(""))
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

    private static readonly ObjectShape<Dribble> Dribble =
        new ObjectShape<Dribble>(new Dribble(default, default))
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

    private static readonly ObjectShape<Bandwidth> Bandwidth =
        new ObjectShape<Bandwidth>(new Bandwidth(1))
            .Required(
                "bytesPerSecond",
                "how many bytes of the body come in a second of space time.",
                new NumberShape<int>("a number of bytes", 1, 1_000_000_000),
                (b, rate) => b with { BytesPerSecond = rate },
                b => b.BytesPerSecond);

    private static readonly ObjectShape<TooManyRequests> TooManyRequests =
        new ObjectShape<TooManyRequests>(new TooManyRequests())
            .Optional(
                "retryAfter",
                "the header Retry-After, in whole seconds; left out when absent.",
                new DurationShape("a duration", TimeSpan.FromSeconds(1), DurationShape.Day),
                (t, wait) => t with { RetryAfter = wait },
                t => t.RetryAfter);

    private static readonly TextShape MediaType = new("a content type", 1, ContentType.CharsMax)
    {
        Pattern = ContentType.Characters,
        Characters = "visible ASCII characters, and single spaces between them",
    };

    private static readonly ChoiceShape<PauseAt> PausedAt =
        new("what stands", [("request", PauseAt.Request), ("answer", PauseAt.Answer)]);

    public static readonly UnionShape<Fault> Fault =
        new UnionShape<Fault>("a fault")
            .Word(
                "accessTokenExpired",
                "the access token of the request dies for good: 403 until the client renews it.",
                new AccessTokenExpired())
            .Word(
                "accessTokenRevoked",
                "the access token is taken back for good: 403 too, told from the expired one in X-CecSim-Why.",
                new AccessTokenRevoked())
            .Word(
                "messagingTokenExpired",
                "the ccmessaging token dies for good: 403 where a call is concerned, else 401.",
                new MessagingTokenExpired())
            .Key("status", "any status, with CEC's error body or your own, as in status: 503.", Status)
            .Key("resultCode", "200 with a result code other than success, as in resultCode: \"13\".", ResultCode)
            .Key(
                "tooManyRequests",
                "429, with Retry-After or, as the word alone, without, as in tooManyRequests: { retryAfter: 5s }.",
                TooManyRequests,
                bare: new TooManyRequests())
            .Key(
                "delay",
                "the request waits so long, in space time, and goes on, as in delay: 2s.",
                DelayShape.Time,
                time => new Delay(time),
                delay => delay.For)
            .Key(
                "pause",
                "a breakpoint: the request, or the answer to it, stands until somebody lets it go, changed or not, " +
                "or drops it; frozen time stands meanwhile, as in pause: answer.",
                PausedAt,
                at => new Pause(at),
                pause => pause.At)
            .Word("hang", "no answer until the client gives up.", new Hang())
            .Word("emptyResponse", "the connection is closed cleanly, without a byte.", new EmptyResponse())
            .Word("connectionReset", "the connection is reset: TCP's RST, with TLS or without.", new ConnectionReset())
            .Word(
                "malformedChunk",
                "the answer in chunks: half of its body, then one that is none, and the connection is closed.",
                new MalformedChunk())
            .Word("garbage", "256 random bytes that are no HTTP, and the connection is closed.", new Garbage())
            .Word(
                "truncate",
                "the whole Content-Length, half of the answer's body, and the connection is closed.",
                new Truncate())
            .Key(
                "contentType",
                "the answer as it is, said to be of that type: as from a proxy in between. An event in it counts as " +
                "delivered, as in contentType: text/html.",
                MediaType,
                value => new ContentType(value),
                type => type.Value)
            .Key(
                "dribble",
                "the answer in pieces: the first at once, the last when that space time is over, " +
                "as in dribble: { chunks: 5, over: 10s }.",
                Dribble)
            .Key(
                "bandwidth",
                "the answer's body as over a thin line: the first bytes at once, the rest at that rate, " +
                "as in bandwidth: { bytesPerSecond: 20 }.",
                Bandwidth)
            .Word("duplicateEvent", "the event comes twice: the next answer carries it again.", new DuplicateEvent())
            .Word("dropEvent", "the event never arrives; the poll goes on waiting.", new DropEvent())
            .Word(
                "reorderEvents",
                "the event and the one after it change places; it waits for that as long as a poll is held.",
                new ReorderEvents())
            .Word(
                "pauseEvent",
                "a breakpoint: the event, and what comes behind it, stands until somebody lets it go, or drops it.",
                new PauseEvent())
            .Key(
                "lateEvent",
                "the event, and what comes behind it, waits for so much space time, as in lateEvent: 5s.",
                DurationShape.UpToADay("a delay"),
                by => new LateEvent(by),
                late => late.By)
            .Word(
                "dropConnectionAfterTakingEvent",
                "the event leaves the mailbox as if it had been written, and the connection is reset.",
                new DropConnectionAfterTakingEvent())
            .Word(
                "cookiesRefused",
                "the connection bar's script comes without its cookies, so that the bar is refused with 401.",
                new CookiesRefused())
            .Key(
                "frameLate",
                "the connection bar's frame is loaded so much of the browser's time later than its script, " +
                "as in frameLate: 3s.",
                DurationShape.UpToADay("a delay"),
                by => new FrameLate(by),
                late => late.By)
            .Word(
                "tlsError",
                "the certificate of the enterprise's API is of nobody who is trusted; the page gets 500.",
                new TlsError())
            .WithGatewayFaults();
}
