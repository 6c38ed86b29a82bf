using CecSim.Cli.DryRuns;

namespace CecSim.Cli.Tests.DryRuns;

public sealed class TryTests
{
    private const string Head = "name: story\nabout: What happens.\nseed: 7\n";

    private const string Refused =
        "auth fail! please apply or refresh the access token from the server!; the access token has expired";

    private const string SignedIn =
        """
            sent  answered  request                       answer
           0.000     0.000  POST tokenByAkSk              200     access token a0debc50…
           0.000     0.000  POST applyToken               200 0

        """;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "")]
    [InlineData(401, "space: { accessTokenRefusedStatus: 401 }")]
    [Shows("1/after-token-error-client", "2/refresh")]
    public async Task A_dead_token_is_renewed_with_the_other_and_the_story_goes_on(int status, string space) =>
        Assert.Equal(
        $"""
        story (cec-2.5, seed 7), rule 1, voice, user customer

        {SignedIn}   0.000     0.000  GET  checkClickToCallSupport  200 0
           0.000     0.000  POST createClickToCall        200 0
           0.000     0.000  GET  getClickToCallEvents     200 0   168102 Call in queue
           0.000     0.000  GET  getClickToCallEvents     {status}     {Refused}
           0.000     0.000  POST tokenByAkSk              200     access token 0f9af5bf…
           0.000     0.000  POST applyToken               200 0
           0.000     2.500  GET  getClickToCallEvents     200 0   168101 Call connected, to 179084200467277
           2.500     3.750  GET  getClickToCallEvents     200 0   168110 Call disconnected, cause 0 bye

        3.750 s: ended by 168110

        """,
        await TryAsync(
            $$"""
            profile: cec-2.5
            {{space}}
            calls:
              - script: [queued, wait: 2500ms, connected, wait: 1250ms, released: { causeId: 0, causeDesc: bye }]
            faults:
              - { at: getClickToCallEvents, when: { nth: 2 }, inject: accessTokenExpired }
            """));

    [Fact]
    [Shows("5.3/causeids-only-scripted")]
    public async Task A_customer_to_whom_nothing_more_comes_hangs_up() => Assert.EndsWith(
        """
           0.000     0.000  GET  getClickToCallEvents     200 0   168101 Call connected, to 179084200467277
           0.000    60.000  GET  getClickToCallEvents     200 0   no event, 6 times
          60.000    60.000  POST dropClickToCall          200 0
          60.000    61.000  GET  getClickToCallEvents     200 0   168110 Call disconnected, cause 5 bye

        61.000 s: ended by 168110

        """,
        await TryAsync(
            """
            calls:
              - script: [connected]
                onDrop: [wait: 1s, released: { causeId: 5, causeDesc: bye }]
            """));

    [Fact]
    [Shows("5.3/client-gives-up-after")]
    public async Task Three_polls_that_fail_in_a_row_are_enough() => Assert.EndsWith(
        """
           0.000     0.000  GET  getClickToCallEvents     200 0   168101 Call connected, to 179084200467277
           0.000     0.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
           0.000     5.000  GET  getClickToCallEvents     200 0   168106 Call transfered
           5.000     5.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
           5.000    15.000  GET  getClickToCallEvents     200 0   no event
          15.000    15.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
          15.000    15.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
          15.000    15.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario

        15.000 s: gave up: 3 polls failed in a row

        """,
        await TryAsync(
            """
            profile: cec-2.5
            calls: [script: [connected, wait: 5s, transferred]]
            faults:
              - { at: getClickToCallEvents, when: { nth: 2 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 4 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 6 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 7 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 8 }, inject: { resultCode: { code: "13", desc: sorry } } }
            """));

    [Fact]
    [Shows("5.3/client-retries-three-times")]
    public async Task Three_retries_after_a_poll_that_failed_are_enough_for_3_6() => Assert.EndsWith(
        """
           0.000     0.000  GET  getClickToCallEvents     200 0   168101 Call connected, to 179084200467277
           0.000     0.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
           0.000     0.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
           0.000     0.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario
           0.000     0.000  GET  getClickToCallEvents     200 13  sorry; a fault of the scenario

        0.000 s: gave up: 4 polls failed in a row

        """,
        await TryAsync(
            """
            calls: [script: [connected, wait: 5s, transferred]]
            faults:
              - { at: getClickToCallEvents, when: { nth: 2 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 3 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 4 }, inject: { resultCode: { code: "13", desc: sorry } } }
              - { at: getClickToCallEvents, when: { nth: 5 }, inject: { resultCode: { code: "13", desc: sorry } } }
            """));

    [Fact]
    [Shows("5.3/client-waits-60-s")]
    public async Task A_poll_that_takes_longer_than_a_client_waits_is_given_up_and_sent_again() => Assert.Contains(
        """
           0.000    60.000  GET  getClickToCallEvents     ---     no answer within 60 s
          60.000    60.000  GET  getClickToCallEvents     200 0   168101 Call connected, to 179084200467277
        """,
        await TryAsync(
            """
            calls: [script: [connected, released]]
            faults: [{ at: getClickToCallEvents, when: { first: 1 }, inject: { delay: 90s } }]
            """));

    [Fact]
    public async Task Each_rule_is_tried_with_a_call_that_comes_to_it()
    {
        var text = await TryAsync(
            """
            calls:
              - { match: { media: video }, refuse: noAgents }
              - { match: { userId: "vip-*" }, script: [connected, released] }
              - { match: { userId: "vip-?" }, script: [failed] }
              - { script: [failed] }
            """);

        Assert.Equal(
            [
                "story (cec-3.6, seed 7), rule 1, video, user customer",
                "0.000 s: gave up: the call was not created",
                "story (cec-3.6, seed 7), rule 2, voice, user vip-customer",
                "0.000 s: ended by 168110",
                "story (cec-3.6, seed 7), rule 3",
                "no call was found that earlier rules leave to this one",
                "story (cec-3.6, seed 7), rule 4, voice, user customer",
                "0.000 s: ended by 168105",
            ],
            text.Split('\n').Where(l => l.Length > 0 && l[0] != ' '));
        Assert.Contains("createClickToCall        200 13  No agents available", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_rules_the_contact_centre_decides()
    {
        var text = await TryAsync("space: { agents: [{ workNo: 1001, answersAfter: 2s, talksFor: 5m }] }");

        Assert.StartsWith("story (cec-3.6, seed 7), no rule: the contact centre decides, voice, user customer", text);
        Assert.EndsWith("60.000 s: ended by 168110\n", text);
    }

    [Fact]
    public async Task Programs_get_every_answer_in_full()
    {
        var scenario = Read("calls: [script: [connected, wait: 1500ms, released]]");

        var trials = JsonNode.Parse(await TryCommand.TellAsync([scenario], seed: 4, asJson: true, TestEnds))!.AsArray();

        var trial = Assert.Single(trials)!;
        Assert.Equal(4, (int?)trial["seed"]);
        Assert.Equal("ended by 168110", (string?)trial["outcome"]);
        var requests = trial["requests"]!.AsArray();
        Assert.Equal("ws://cec.cecsim.test/sip", (string?)requests[4]!["body"]!["content"]!["gwAddresses"]![0]);
        Assert.Equal(1.5, (double?)requests[^1]!["answeredAt"]);
    }

    [Fact]
    public async Task The_command_prints_it_and_refuses_what_is_broken()
    {
        using var folder = new ScenarioFolder();
        var sound = folder.Write("a.yaml", Head + "calls: [script: [failed]]");
        var broken = folder.Write("b.yaml", "about: B.\n");

        var tried = await CecSimTool.RunAsync("try", sound, "--seed", "8");
        var refused = await CecSimTool.RunAsync("try", broken);

        Assert.Equal((0, ""), (tried.ExitCode, tried.Errors));
        Assert.StartsWith("story (cec-3.6, seed 8), rule 1", tried.Output, StringComparison.Ordinal);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"{broken}:1:1: the key 'name' is missing", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calls: [script: [failed]]", 0)]
    [InlineData("calls: [refuse: noAgents]", 0)]
    [InlineData("faults: [{ at: tokenByAkSk, inject: { status: 503 } }]", 1)]
    [InlineData("faults: [{ at: createClickToCall, inject: { status: 503 } }]", 1)]
    [InlineData("calls: [script: [failed], script: [failed]]", 1)]
    [InlineData("calls: [{ script: [failed] }, { match: { media: video }, script: [failed] }]", 1)]
    public async Task The_exit_code_tells_whether_every_story_was_told(string yaml, int exitCode)
    {
        using var folder = new ScenarioFolder();

        var tried = await CecSimTool.RunAsync("try", folder.Write("a.yaml", Head + yaml));

        Assert.Equal(exitCode, tried.ExitCode);
    }

    private static Task<string> TryAsync(string yaml) =>
        TryCommand.TellAsync([Read(yaml)], seed: null, asJson: false, TestEnds);

    private static Scenario Read(string yaml)
    {
        var load = ScenarioFiles.Parse("story.yaml", Head + yaml);
        Assert.Empty(load.Complaints);
        return Assert.Single(load.Scenarios);
    }
}
