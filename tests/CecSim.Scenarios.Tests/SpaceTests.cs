namespace CecSim.Scenarios.Tests;

public sealed class SpaceTests
{
    [Fact]
    public void A_file_that_says_only_the_least_gives_the_demo_space_under_its_own_name()
    {
        var scenario = Story.Read(Story.Head);

        Assert.Equal(("s.yaml", "story", "What happens."), (scenario.File, scenario.Name, scenario.About));
        var said = scenario.Space with { ScenarioText = null };
        Assert.Equivalent(new SpaceSettings { Name = "story" }, said, strict: true);
    }

    // Deep comparison knows no types, and release and a transfer are told apart by theirs.
    [Fact]
    [Shows("10.3/roles")]
    public void Every_setting_of_a_space_is_read()
    {
        var space = Story.Read(Everything.Yaml).Space;

        Assert.Equal(Everything.Yaml, space.ScenarioText);
        Assert.Equivalent(Everything.Space, space with { ScenarioText = null }, strict: true);
        Assert.Equal(Everything.Space.Queues, space.Queues);
        Assert.Equal(Everything.Space.CalledRoutes, space.CalledRoutes);
    }

    [Fact]
    public void Values_outside_their_limits_are_reported_with_the_limits() => Assert.Equal(
        [
            "s.yaml:4:18: '3m' is not a poll hold; allowed: 100ms to 2m, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:5:29: '404' is not a status; allowed: 401, 403",
            "s.yaml:6:32: '401' in quotes is text, not a status; allowed: 401, 403",
            "s.yaml:7:18: 'wsss' is not a gateway scheme; allowed: auto, ws, wss; did you mean 'wss'?",
            "s.yaml:8:11: 'a key' is not an app key; allowed: 1 to 128 visible ASCII characters",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              eventPollHold: 3m
              accessTokenRefusedStatus: 404
              messagingTokenRefusedStatus: "401"
              gatewayScheme: wsss
              appKey: a key
            """));

    [Fact]
    public void Channels_are_told_apart_by_their_ids() => Assert.Equal(
        [
            "s.yaml:5:7: the key 'id' is missing: the \"Configuration ID\" that a client passes as channelId.",
            "s.yaml:5:17: 'yes' is not a yes-or-no; allowed: true, false",
            "s.yaml:7:13: the channel '1' is already there at line 6",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              channels:
                - { webRtc: yes }
                - { id: "1" }
                - { id: "1" }
            """));

    [Fact]
    public void A_space_has_at_least_one_channel() => Assert.Equal(
        ["s.yaml:3:20: expected 1 to 100 channels, got 0"],
        Story.Complaints(Story.Head + "space: { channels: [] }"));

    [Fact]
    public void A_rule_may_speak_only_of_channels_that_the_space_has() => Assert.Equal(
        [
            "s.yaml:3:29: '202403010000000002' is not a channel of this space; allowed: 202403010000000001; " +
            "did you mean '202403010000000001'?",
        ],
        Story.Complaints(Story.Head + "calls: [{ match: { channel: \"202403010000000002\" } }]"));

    [Fact]
    public void A_rule_may_speak_of_a_channel_that_stands_further_down()
    {
        var space = Story.Read(
            Story.Head +
            """
            calls: [{ match: { media: video, userId: "u*", channel: "7" }, refuse: outsideHours }]
            space: { channels: [{ id: "7" }] }
            """).Space;

        var rule = Assert.Single(space.Calls);
        Assert.Equal(new CallMatch(MediaAbility.Video, "u*", "7"), rule.Match);
        Assert.Equal(Refusal.OutsideWorkingHours, rule.Refuse);
    }
}
