using CecSim.Scenarios.Faults;

namespace CecSim.Scenarios.Tests;

public sealed class FaultTests
{
    private const string MessagingTokenOperations =
        "checkClickToCallSupport, createClickToCall, getClickToCallEvents, dropClickToCall, send, sendAsync, poll, " +
        "queryQueueInfo, uploadFileStream, downloadFileStream, doLeaveMessage, queryHistoryChatMessage";

    private const string AccessTokenOperations =
        "applyToken, " + MessagingTokenOperations + ", queryAgentInfo, querySysInfo, queryAgentInfoByAccount";

    [Fact]
    public void Faults_are_read_in_the_order_of_the_file() => Assert.Equal(
        [
            new AccessTokenExpired(),
            new AccessTokenRevoked(),
            new MessagingTokenExpired(),
            new StatusAnswer(503),
            new StatusAnswer(502, "down\n"),
            new ResultCodeAnswer("13"),
            new ResultCodeAnswer("007", "no"),
            new TooManyRequests(),
            new TooManyRequests(TimeSpan.FromSeconds(5)),
            new Delay(TimeSpan.FromSeconds(2)),
            new Delay(new DelayTime.Uniform(new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)))),
            new Delay(new DelayTime.LogNormal(TimeSpan.FromMilliseconds(200), 0.75, TimeSpan.FromSeconds(10))),
            new Hang(),
            new EmptyResponse(),
            new ConnectionReset(),
            new MalformedChunk(),
            new Garbage(),
            new Truncate(),
            new ContentType("text/html; charset=GBK"),
            new Dribble(5, TimeSpan.FromSeconds(10)),
            new DuplicateEvent(),
            new DropEvent(),
            new ReorderEvents(),
            new LateEvent(TimeSpan.FromSeconds(5)),
            new DropConnectionAfterTakingEvent(),
            new CookiesRefused(),
            new FrameLate(TimeSpan.FromSeconds(3)),
            (Fault)new TlsError(),
            new SipStatus(486),
            new SipStatus(603, "Not today"),
            new NoAnswer(),
            new IceBlackhole(),
            new DtlsFailure(),
            new OneWayAudio(),
            new PacketLoss(0.1),
            new Jitter(TimeSpan.FromMilliseconds(80)),
            new GatewayHangsUp(TimeSpan.FromSeconds(5)),
            new SocketDrops(TimeSpan.FromMilliseconds(250)),
        ],
        Story.Read(
            Story.Head +
            """
            faults:
              - { at: poll, inject: accessTokenExpired }
              - { at: poll, inject: accessTokenRevoked }
              - { at: poll, inject: messagingTokenExpired }
              - { at: poll, inject: { status: 503 } }
              - { at: poll, inject: { status: { code: 502, body: "down\n" } } }
              - { at: poll, inject: { resultCode: "13" } }
              - { at: poll, inject: { resultCode: { code: 007, desc: no } } }
              - { at: poll, inject: tooManyRequests }
              - { at: poll, inject: { tooManyRequests: { retryAfter: 5s } } }
              - { at: poll, inject: { delay: 2s } }
              - { at: poll, inject: { delay: { uniform: { min: 1s, max: 3s } } } }
              - { at: poll, inject: { delay: { logNormal: { median: 200ms, sigma: 0.75, max: 10s } } } }
              - { at: poll, inject: hang }
              - { at: poll, inject: emptyResponse }
              - { at: poll, inject: connectionReset }
              - { at: poll, inject: malformedChunk }
              - { at: poll, inject: garbage }
              - { at: poll, inject: truncate }
              - { at: poll, inject: { contentType: text/html; charset=GBK } }
              - { at: poll, inject: { dribble: { chunks: 5, over: 10s } } }
              - { at: poll, inject: duplicateEvent }
              - { at: poll, inject: dropEvent }
              - { at: poll, inject: reorderEvents }
              - { at: poll, inject: { lateEvent: 5s } }
              - { at: poll, inject: dropConnectionAfterTakingEvent }
              - { at: ccbarclient, inject: cookiesRefused }
              - { at: ccbarclient, inject: { frameLate: 3s } }
              - { at: thirdPartyValidate, inject: tlsError }
              - { at: invite, inject: { sipStatus: 486 } }
              - { at: invite, inject: { sipStatus: { code: 603, reason: Not today } } }
              - { at: invite, inject: noAnswer }
              - { at: invite, inject: iceBlackhole }
              - { at: invite, inject: dtlsFailure }
              - { at: invite, inject: oneWayAudio }
              - { at: invite, inject: { packetLoss: 0.1 } }
              - { at: invite, inject: { jitter: 80ms } }
              - { at: invite, inject: { gatewayHangsUp: 5s } }
              - { at: invite, inject: { socketDrops: 250ms } }
            """).Space.Faults.Select(f => f.Inject));

    [Fact]
    public void The_gateway_has_faults_of_its_own() => Assert.Equal(
        [
            "s.yaml:4:11: 'poll' is no INVITE; allowed: invite, phone",
            "s.yaml:5:11: 'invite' is an INVITE, and not over HTTP; allowed: tokenByAkSk, applyToken, " +
            $"{MessagingTokenOperations}, queryAgentInfo, querySysInfo, queryAgentInfoByAccount, ccbarclient, " +
            "agentAction, agentEvents, thirdPartyValidate",
            "s.yaml:6:41: '2' is not a share; allowed: 0 to 1",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - { at: poll, inject: noAnswer }
              - { at: invite, inject: hang }
              - { at: invite, inject: { packetLoss: 2 } }
            """));

    [Fact]
    public void When_and_match_are_read() => Assert.Equal(
        [
            new(CecOperation.TokenByAkSk, FaultWhen.Always, new Hang()),
            new(CecOperation.TokenByAkSk, new() { Nth = 4, Every = 2, First = 5 }, new Hang()),
            new(CecOperation.TokenByAkSk, new() { Probability = 0.2 }, new Hang()),
            new(
                CecOperation.ApplyToken,
                new() { After = TimeSpan.FromSeconds(30), For = TimeSpan.FromMinutes(1) },
                new Hang())
            {
                Match = new("vip-*"),
            },
            new FaultRule(CecOperation.Poll, FaultWhen.Always, new DropEvent()) { Match = new("u?", "1") },
        ],
        Story.Read(
            Story.Head +
            """
            space: { channels: [{ id: 1 }] }
            faults:
              - { at: tokenByAkSk, inject: hang }
              - { at: tokenByAkSk, when: { nth: 4, every: 2, first: 5 }, inject: hang }
              - { at: tokenByAkSk, when: { probability: 0.2 }, inject: hang }
              - { at: applyToken, when: { after: 30s, for: 1m }, match: { userId: vip-* }, inject: hang }
              - { at: poll, match: { userId: "u?", channel: 1 }, inject: dropEvent }
            """).Space.Faults);

    [Fact]
    public void Each_fault_stands_only_where_it_makes_sense() => Assert.Equal(
        [
            $"s.yaml:4:11: 'tokenByAkSk' carries no access token that could die; allowed: {AccessTokenOperations}",
            $"s.yaml:5:11: 'ccbarclient' carries no access token that could die; allowed: {AccessTokenOperations}",
            "s.yaml:6:11: 'queryAgentInfo' carries no ccmessaging token that could die; " +
            $"allowed: {MessagingTokenOperations}",
            .. Enumerable.Range(7, 5).Select(line =>
                $"s.yaml:{line}:11: 'send' delivers no events; allowed: getClickToCallEvents, poll, agentEvents"),
            "s.yaml:12:31: 'tokenByAkSk' names no user; " + $"allowed: applyToken, {MessagingTokenOperations}, invite",
            "s.yaml:13:35: 'nowhere' is not a channel of this space; allowed: 202403010000000001",
            "s.yaml:14:11: 'send' brings no connection bar; allowed: ccbarclient",
            "s.yaml:15:11: 'send' brings no connection bar; allowed: ccbarclient",
            "s.yaml:16:11: 'ccbarclient' is not called by CEC; allowed: thirdPartyValidate",
            "s.yaml:17:11: 'thirdPartyValidate' is no answer of CEC over HTTP; allowed: tokenByAkSk, " +
            $"{AccessTokenOperations}, ccbarclient, agentAction, agentEvents",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - { at: tokenByAkSk, inject: accessTokenExpired }
              - { at: ccbarclient, inject: accessTokenRevoked }
              - { at: queryAgentInfo, inject: messagingTokenExpired }
              - { at: send, inject: duplicateEvent }
              - { at: send, inject: dropEvent }
              - { at: send, inject: reorderEvents }
              - { at: send, inject: { lateEvent: 5s } }
              - { at: send, inject: dropConnectionAfterTakingEvent }
              - { at: tokenByAkSk, match: { userId: u1 }, inject: hang }
              - { at: send, match: { channel: nowhere }, inject: hang }
              - { at: send, inject: cookiesRefused }
              - { at: send, inject: { frameLate: 1s } }
              - { at: ccbarclient, inject: tlsError }
              - { at: thirdPartyValidate, inject: { contentType: text/html } }
            """));

    [Fact]
    public void A_when_that_never_comes_is_reported() => Assert.Equal(
        [
            "s.yaml:4:30: never: number 4 is not among the first 3",
            "s.yaml:5:30: never: 3 is no multiple of 2",
            "s.yaml:6:32: never: the first 3 hold no multiple of 4",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - { at: send, when: { nth: 4, first: 3 }, inject: hang }
              - { at: send, when: { nth: 3, every: 2 }, inject: hang }
              - { at: send, when: { every: 4, first: 3 }, inject: hang }
            """));

    [Fact]
    public void Faults_that_make_no_sense_are_reported_each_at_its_place() => Assert.Equal(
        [
            $"s.yaml:4:9: 'pol' is not an operation; allowed: tokenByAkSk, {AccessTokenOperations}, ccbarclient, " +
            "agentAction, agentEvents, thirdPartyValidate, invite, phone; did you mean 'poll'?",
            "s.yaml:5:13: unknown key 'nht'; allowed: nth, every, first, probability, after, for; " +
            "did you mean 'nth'?",
            "s.yaml:6:23: '600' is not an HTTP status; allowed: 200 to 599",
            "s.yaml:7:5: the key 'at' is missing: the operation whose requests it strikes.",
            "s.yaml:7:18: '0' is not a count; allowed: 1 to 1000000",
            "s.yaml:8:13: 'tokenExpired' is not a fault; " +
            $"allowed: {string.Join(", ", InjectShape.Fault.Forms.Select(f => f.Word))}; " +
            "did you mean 'accessTokenExpired'?",
            "s.yaml:9:5: the key 'inject' is missing: what goes wrong.",
            "s.yaml:10:26: '20%' is not a probability; allowed: 0 to 1",
            "s.yaml:11:25: 'dribble' needs a value: the answer in pieces: the first at once, the last when that " +
            "space time is over, as in dribble: { chunks: 5, over: 10s }.",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - at: pol
                when: { nht: 1 }
                inject: { status: 600 }
              - when: { nth: 0 }
                inject: tokenExpired
              - at: poll
                when: { probability: 20% }
              - { at: poll, inject: dribble }
            """));

    [Theory]
    [InlineData("5.2E-05", 0.000052)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1E0", 1)]
    public void A_probability_may_have_an_exponent(string written, double read) => Assert.Equal(
        read,
        Story.Read($"{Story.Head}faults: [{{ at: poll, when: {{ probability: {written} }}, inject: hang }}]")
            .Space.Faults.Single().When.Probability);

    [Theory]
    [InlineData("text/html; ")]
    [InlineData("text/html;  charset=GBK")]
    [InlineData("text/html\\r\\nSet-Cookie: a=b")]
    [InlineData("text/網頁")]
    public void A_content_type_that_no_header_could_carry_is_reported(string written) => Assert.Contains(
        "is not a content type; allowed: 1 to 100 visible ASCII characters, and single spaces between them",
        Assert.Single(Story.Complaints(
            $"{Story.Head}faults: [{{ at: poll, inject: {{ contentType: \"{written}\" }} }}]")));

    [Fact]
    public void Delays_that_cannot_be_drawn_are_reported() => Assert.Equal(
        [
            "s.yaml:4:61: 'max' is less than 'min'",
            "s.yaml:5:76: 'max' is less than 'median'",
            "s.yaml:6:47: the key 'sigma' is missing: how far they lie apart: the standard deviation of the logarithm.",
            "s.yaml:6:66: '25h' is not a delay; allowed: 1ms to 24h, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:7:36: 'normal' is not a way to draw a delay; allowed: uniform, logNormal; " +
            "did you mean 'logNormal'?",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - { at: send, inject: { delay: { uniform: { min: 2s, max: 1s } } } }
              - { at: send, inject: { delay: { logNormal: { median: 2s, sigma: 1, max: 1s } } } }
              - { at: send, inject: { delay: { logNormal: { median: 2s, max: 25h } } } }
              - { at: send, inject: { delay: { normal: 2s } } }
            """));
}
