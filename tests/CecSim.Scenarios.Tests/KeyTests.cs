using CecSim.Scenarios.Contracts;

namespace CecSim.Scenarios.Tests;

public sealed class KeyTests
{
    [Fact]
    public void An_unknown_key_is_reported_at_its_place_with_the_nearest_spelling() => Assert.Equal(
        [
            "s.yaml:3:1: unknown key 'sede'; allowed: name, about, profile, seed, space, scripts, ivr, calls, " +
            "outbound, faults; did you mean 'seed'?",
        ],
        Story.Complaints(Story.Head + "sede: 7\n"));

    [Fact]
    public void A_key_that_is_like_no_other_is_reported_without_a_guess() => Assert.Equal(
        ["s.yaml:4:14: unknown key 'colour'; allowed: media, userId, channel, header, nth, every"],
        Story.Complaints(Story.Head + "calls:\n  - match: { colour: red }\n"));

    [Fact]
    public void Required_keys_that_are_missing_are_reported_with_what_they_are_for() => Assert.Equal(
        ["s.yaml:1:1: the key 'name' is missing: what the scenario is called."],
        Story.Complaints("seed: 7\n"));

    [Fact]
    public void A_name_alone_is_a_scenario_and_a_contract_needs_no_sentence_either()
    {
        var scenario = Story.Read("name: story\n");
        var (contract, complaints) = ContractFiles.Parse("c.yaml", "name: c\nsteps: [{ request: poll }]\n");

        Assert.Equal(("story", ""), (scenario.Name, scenario.About));
        Assert.Empty(complaints);
        Assert.Equal("", contract!.About);
    }

    [Fact]
    public void A_key_that_stands_twice_is_reported_where_it_stands_again() => Assert.Equal(
        ["s.yaml:4:1: the key 'seed' is already there at line 3"],
        Story.Complaints(Story.Head + "seed: 7\nseed: 8\n"));

    [Fact]
    public void A_key_that_is_no_word_is_reported() => Assert.Equal(
        ["s.yaml:3:3: a key is a word, not a list"],
        Story.Complaints(Story.Head + "? [a]\n: 1\n"));

    [Fact]
    public void A_refusal_leaves_no_room_for_scripts() => Assert.Equal(
        [
            "s.yaml:5:5: 'script' cannot stand beside 'refuse'",
            "s.yaml:6:5: 'onDrop' cannot stand beside 'refuse'",
        ],
        Story.Complaints(Story.Head + "calls:\n  - refuse: noAgents\n    script: [queued]\n    onDrop: [silent]\n"));

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_in_the_order_of_the_file() => Assert.Equal(
        [
            "s.yaml:1:7: 'A story' is not a scenario name; allowed: 1 to 60 of a-z, 0-9 and '-'",
            "s.yaml:2:8: '' is not a sentence; allowed: 1 to 300 characters",
            "s.yaml:3:10: 'cec3.6' is not a profile; allowed: cec-2.5, cec-3.6; did you mean 'cec-3.6'?",
            "s.yaml:4:7: '-1' is not a seed; allowed: 0 to 18446744073709551615",
            "s.yaml:5:8: expected a mapping, got a list; allowed: appKey, appSecret, tenantSpaceId, scope, " +
            "resources, channels, queues, calledRoutes, agents, timeZone, ringingMax, chatPollHold, " +
            "chatSilenceMax, chatThinking, eventPollHold, mediaWithin, latency, accessTokenRefusedStatus, " +
            "messagingTokenRefusedStatus, cors, gatewayScheme, gatewayPlays, gatewayAnswers, connectionBar",
            "s.yaml:6:7: expected a list of calls, got nothing",
            "s.yaml:7:9: expected a list of faults, got a single value",
        ],
        Story.Complaints(
            """
            name: A story
            about: ""
            profile: cec3.6
            seed: -1
            space: []
            calls:
            faults: none
            """));
}
