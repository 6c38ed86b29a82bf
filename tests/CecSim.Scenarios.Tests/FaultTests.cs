using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Scenarios.Tests;

public sealed class FaultTests
{
    private const string MessagingTokenOperations =
        "checkClickToCallSupport, createClickToCall, getClickToCallEvents, dropClickToCall, send, sendAsync, poll, " +
        "queryQueueInfo, uploadFileStream, downloadFileStream, doLeaveMessage, queryHistoryChatMessage";

    private const string AccessTokenOperations =
        "applyToken, " + MessagingTokenOperations + ", queryAgentInfo, querySysInfo, queryAgentInfoByAccount";

    [Fact]
    public void Every_fault_and_every_when_is_read() => Assert.Equal(
        [
            new(CecOperation.Poll, new FaultWhen.Nth(2), new AccessTokenExpired()),
            new(CecOperation.Poll, new FaultWhen.Every(3), new MessagingTokenExpired()),
            new(CecOperation.TokenByAkSk, new FaultWhen.First(4), new StatusAnswer(503)),
            new(CecOperation.TokenByAkSk, new FaultWhen.Always(), new StatusAnswer(502, "down\n")),
            new(CecOperation.Send, new FaultWhen.Always(), new ResultCodeAnswer("13")),
            new(CecOperation.Send, new FaultWhen.Always(), new ResultCodeAnswer("007", "no")),
            new FaultRule(CecOperation.Send, new FaultWhen.Always(), new Delay(TimeSpan.FromSeconds(2))),
        ],
        Story.Read(
            Story.Head +
            """
            faults:
              - { at: poll, when: { nth: 2 }, inject: accessTokenExpired }
              - { at: poll, when: { every: 3 }, inject: messagingTokenExpired }
              - { at: tokenByAkSk, when: { first: 4 }, inject: { status: 503 } }
              - { at: tokenByAkSk, inject: { status: { code: 502, body: "down\n" } } }
              - { at: send, inject: { resultCode: "13" } }
              - { at: send, inject: { resultCode: { code: 007, desc: no } } }
              - { at: send, inject: { delay: 2s } }
            """).Space.Faults);

    [Fact]
    public void A_token_can_expire_only_where_it_is_carried() => Assert.Equal(
        [
            $"s.yaml:4:11: 'tokenByAkSk' carries no access token that could expire; allowed: {AccessTokenOperations}",
            "s.yaml:5:11: 'queryAgentInfo' carries no ccmessaging token that could expire; " +
            $"allowed: {MessagingTokenOperations}",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - { at: tokenByAkSk, inject: accessTokenExpired }
              - { at: queryAgentInfo, inject: messagingTokenExpired }
            """));

    [Fact]
    public void Faults_that_make_no_sense_are_reported_each_at_its_place() => Assert.Equal(
        [
            $"s.yaml:4:9: 'pol' is not an operation; allowed: tokenByAkSk, {AccessTokenOperations}, ccbarclient; " +
            "did you mean 'poll'?",
            "s.yaml:5:11: a choice of requests has exactly one key, not 2; allowed: nth, every, first",
            "s.yaml:6:23: '600' is not an HTTP status; allowed: 200 to 599",
            "s.yaml:7:5: the key 'at' is missing: the operation whose requests it strikes.",
            "s.yaml:7:18: '0' is not a request count; allowed: 1 to 1000000",
            "s.yaml:8:13: 'tokenExpired' is not a fault; " +
            "allowed: accessTokenExpired, messagingTokenExpired, status, resultCode, delay; " +
            "did you mean 'accessTokenExpired'?",
            "s.yaml:9:5: the key 'inject' is missing: what goes wrong.",
        ],
        Story.Complaints(
            Story.Head +
            """
            faults:
              - at: pol
                when: { nth: 1, every: 2 }
                inject: { status: 600 }
              - when: { nth: 0 }
                inject: tokenExpired
              - at: poll
            """));
}
