using CecSim.Simulation.Agents;

namespace CecSim.Scenarios.Tests;

public sealed class AgentTests
{
    [Fact]
    public void Queues_without_agents_are_served_by_the_demo_agents() => Assert.Equal(
        new SpaceSettings().Agents.Select(a => a.WorkNo),
        Story.Read(Story.Head + "space: { queues: [{ name: a }] }").Space.Agents.Select(a => a.WorkNo));

    [Fact]
    public void An_empty_list_of_agents_means_none() =>
        Assert.Empty(Story.Read(Story.Head + "space: { agents: [] }").Space.Agents);

    [Fact]
    public void An_agent_that_says_only_its_number_is_all_that_an_agent_is_by_default() => Assert.Equal(
        [new AgentSettings { WorkNo = 101 }, new AgentSettings { WorkNo = 102 }],
        Story.Read(Story.Head + "space: { agents: [{ workNo: 101 }, { workNo: 102 }] }").Space.Agents);

    [Fact]
    [Shows("10.3/batch-by-segment")]
    public void Agents_that_are_counted_take_the_place_of_the_demo_agents()
    {
        var space = Story.Read(Story.Head + "space: { agents: { count: 200 } }").Space;

        Assert.Empty(space.Agents);
        Assert.Equal(new AgentPopulation(200, new AgentSettings { WorkNo = 1001 }), space.Population);
        Assert.Equal(
            [1491, 1492, 1493],
            AgentPopulations.Fill(Story.Read(Story.Head + "space: { agents: { count: 3, startingAt: 1491 } }").Space)
                .Agents.Select(a => a.WorkNo));
    }

    [Fact]
    [Shows("7/work-no-range")]
    public void Agents_are_told_apart_by_numbers_and_accounts() => Assert.Equal(
        [
            "s.yaml:5:7: the key 'workNo' is missing: its number in the contact centre.",
            "s.yaml:6:17: '100' is not a work number; allowed: 101 to 999999",
            "s.yaml:8:17: the work number '101' is already there at line 7",
            "s.yaml:9:34: the SIP account '1' is already there at line 8",
            "s.yaml:10:35: the business account '11' is already there at line 9",
            "s.yaml:12:17: '1000000' is not a work number; allowed: 101 to 999999",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              agents:
                - {}
                - { workNo: 100 }
                - { workNo: 101 }
                - { workNo: 0101, sipAccount: 1 }
                - { workNo: 102, sipAccount: "1", accountCode: 11 }
                - { workNo: 103, accountCode: "11" }
                - { workNo: 999999 }
                - { workNo: 1000000 }
            """));

    [Theory]
    [InlineData(24, 100, 0)]
    [InlineData(25, 101, 3)]
    [Shows("7/sip-24", "7/account-code-100")]
    public void Accounts_are_as_long_as_queryAgentInfo_tells_them_at_most(int sipChars, int accountChars, int refused)
    {
        var sip = new string('s', sipChars);
        var account = new string('a', accountChars);

        Assert.Equal(refused, Story.Complaints(
            Story.Head +
            $"space: {{ agents: [{{ workNo: 101, sipAccount: {sip}, sipPassword: {sip}, accountCode: {account} }}] }}")
            .Count());
    }

    [Fact]
    [Shows("10.3/agent-types", "10.3/queues-of-one-media-type", "10.3/weights-1-100")]
    public void An_agent_serves_queues_that_fit_its_type_each_once() => Assert.Equal(
        [
            "s.yaml:10:51: 'chat' is not a queue for voice agents of this space; allowed: v, vc",
            "s.yaml:10:57: 'wide' is not a queue for voice agents of this space; allowed: v, vc",
            "s.yaml:11:57: 'chat' is not a queue for video agents of this space; allowed: v, wide, vc",
            "s.yaml:12:55: 'v' is not a multimedia queue of this space; allowed: chat",
            "s.yaml:12:72: 'wide' is not a multimedia queue of this space; allowed: chat",
            "s.yaml:13:31: 'chatt' is not a queue of this space; allowed: v, wide, chat, vc; did you mean 'chat'?",
            "s.yaml:13:49: the queue 'v' is already there for this agent",
            "s.yaml:13:65: '0' is not a weight; allowed: 1 to 100",
            "s.yaml:13:81: '101' is not a weight; allowed: 1 to 100",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              queues:
                - { name: v }
                - { name: wide, type: video }
                - { name: chat, type: multimedia }
                - { name: vc, type: voiceClickToDial }
              agents:
                - { workNo: 101, type: voice, queues: [v, vc, chat, wide] }
                - { workNo: 102, type: video, queues: [v, vc, wide, chat] }
                - { workNo: 103, type: multimedia, queues: [chat, v], transfersTo: wide }
                - { workNo: 104, queues: [chatt, v, { name: v, agentWeight: 0, skillWeight: 101 }] }
            """));

    [Fact]
    public void Conduct_that_makes_no_sense_is_reported_each_at_its_place() => Assert.Equal(
        [
            "s.yaml:5:36: '25h' is not a time to answer; " +
            "allowed: 0s to 24h, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:6:32: '0s' is not a time to talk; allowed: 1ms to 24h, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:7:32: expected a time to talk as in 5s, or { min: 2s, max: 8s }, got a list",
            "s.yaml:8:48: 'max' is less than 'min'",
            "s.yaml:9:32: the key 'max' is missing: the longest.",
            "s.yaml:10:32: '1.5' is not a share of calls; allowed: true, false, or a number from 0 to 1",
            "s.yaml:10:46: '-Infinity' is not a share of calls; allowed: true, false, or a number from 0 to 1",
            "s.yaml:10:66: 'true' in quotes is text, not a share of calls; " +
            "allowed: true, false, or a number from 0 to 1",
            "s.yaml:11:46: 'declines' and 'ignores' are together more than all calls",
            "s.yaml:12:29: the key 'for' is missing: how long it rests.",
            "s.yaml:12:38: '1ms' is not a rest; allowed: 1s to 24h, written as in 250ms, 1.5s, 10m, 2h",
            "s.yaml:13:32: '101' is not a number of chats; allowed: 1 to 100",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              agents:
                - { workNo: 101, answersAfter: 25h }
                - { workNo: 102, talksFor: 0s }
                - { workNo: 103, talksFor: [1s] }
                - { workNo: 104, talksFor: { min: 2s, max: 1s } }
                - { workNo: 105, talksFor: { min: 2s } }
                - { workNo: 106, declines: 1.5, ignores: -Infinity, hangsUp: "true" }
                - { workNo: 107, declines: 0.6, ignores: 0.5 }
                - { workNo: 108, rests: { every: 1ms } }
                - { workNo: 109, maxChats: 101 }
            """));

    [Fact]
    [Shows("10.3/only-callout-declines")]
    public void Only_a_callout_agent_declines() => Assert.Equal(
        [
            "s.yaml:5:46: only the role callout may reject a call (Connection Bar, table 4-4)",
            "s.yaml:6:54: only the role callout may reject a call (Connection Bar, table 4-4)",
            "s.yaml:3:40: only the role callout may reject a call (Connection Bar, table 4-4)",
        ],
        [
            .. Story.Complaints(
                Story.Head +
                """
                space:
                  agents:
                    - { workNo: 101, role: common, declines: 0.1 }
                    - { workNo: 102, role: qualityChecker, declines: true }
                    - { workNo: 103, role: callout, declines: true }
                    - { workNo: 104, declines: true }
                    - { workNo: 105, role: common, declines: false }
                """),
            .. Story.Complaints(Story.Head + "space: { agents: { count: 2, declines: 0.5, role: common } }"),
        ]);

    [Fact]
    [Shows("10.3/roles")]
    public void An_agent_without_a_role_may_do_what_any_that_takes_calls_may() => Assert.Equal(
        [AgentRole.Callout, AgentRole.Common],
        Story.Read(Story.Head + "space: { agents: [{ workNo: 101 }, { workNo: 102, role: common }] }")
            .Space.Agents.Select(a => a.Role));

    [Fact]
    [Shows("10.1/transfer-same-type")]
    public void A_transfer_of_an_agent_stays_within_the_types_of_its_calls() => Assert.Equal(
        [
            "s.yaml:11:53: 'seen' is a video click-to-dial queue, and none of this agent's calls comes from one: " +
            "a transfer stays within a type",
            "s.yaml:12:35: 'written' is a multimedia queue, and none of this agent's calls comes from one: " +
            "a transfer stays within a type",
        ],
        Story.Complaints(
            Story.Head +
            """
            space:
              queues:
                - { name: spoken, type: voiceClickToDial }
                - { name: spoken-too, type: voiceClickToDial }
                - { name: seen, type: videoClickToDial }
                - { name: written, type: multimedia }
              agents:
                - { workNo: 101, queues: [spoken], transfersTo: spoken-too }
                - { workNo: 102, queues: [spoken], transfersTo: seen }
                - { workNo: 103, transfersTo: written }
                - { workNo: 104, transfersTo: seen }
                - { workNo: 105, type: multimedia, transfersTo: written }
            """));

    [Fact]
    public void Agents_are_a_list_or_a_count() => Assert.Equal(
        [
            "s.yaml:3:18: expected a list of agents, or a mapping with their count, got a single value",
            "s.yaml:3:18: the key 'count' is missing: how many agents, beside those of the list.",
        ],
        [
            .. Story.Complaints(Story.Head + "space: { agents: 200 }"),
            .. Story.Complaints(Story.Head + "space: { agents: { role: common } }"),
        ]);

    [Fact]
    public void A_list_needs_no_count()
    {
        var space = Story.Read(Story.Head + "space: { agents: { list: [{ workNo: 101 }] } }").Space;

        Assert.Equal(101, Assert.Single(space.Agents).WorkNo);
        Assert.Null(space.Population);
        Assert.Equal(
            ["s.yaml:3:18: the key 'count' is missing: how many agents, beside those of the list."],
            Story.Complaints(Story.Head + "space: { agents: { list: [{ workNo: 101 }], role: common } }"));
    }

    [Fact]
    public void Accounts_and_names_of_counted_agents_are_their_own() => Assert.Equal(
        [
            "s.yaml:3:27: '10001' is not a number of agents; allowed: 1 to 10000",
            "s.yaml:4:3: unknown key 'sipAccount'; allowed: list, count, startingAt, role, type, sipPassword, " +
            "phoneAnswersItself, anonymized, intelligent, singlePhone, queues, maxChats, answersAfter, talksFor, " +
            "declines, ignores, hangsUp, transfersTo, rests, shift",
            "s.yaml:5:30: 'voice-click' is not a multimedia queue of this space; allowed: chat",
        ],
        Story.Complaints(
            Story.Head +
            """
            space: { agents: { count: 10001,
              sipAccount: 1,
              type: multimedia, queues: [voice-click] } }
            """));

    [Fact]
    public void Counted_agents_need_free_work_numbers() => Assert.Equal(
        ["s.yaml:3:27: too few work numbers are free from 999998 to 999999: 1"],
        Story.Complaints(
            Story.Head + "space: { agents: { count: 2, startingAt: 999998, list: [{ workNo: 999999 }] } }"));
}
