using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Queues;

public sealed class CallDistributorTests
{
    [Fact]
    [Shows("5/agent-held-before-media", "5.3/168101-comes-before-media", "5.3/168102-when-waiting")]
    public void A_free_agent_is_reserved_and_the_call_connects_at_once()
    {
        using var space = Create(Centre(Voice, Agent(101)));

        var caller = space.Call("u1");

        Assert.Equal(["0s Connected"], space.See(caller));
        Assert.Equal("Ringing", space.StateOf(101));
    }

    [Fact]
    [Shows("5.2/13-no-agents")]
    public void Nobody_on_duty_turns_a_call_away()
    {
        using var space = Create(Centre(Voice));

        Assert.Equal(Refusal.NoAgentsAvailable, space.Calls.Create(space.SignIn(), MediaAbility.Voice));
    }

    [Fact]
    [Shows("5.3/168102-when-waiting", "5.4/drop-releases-call")]
    public async Task Who_finds_no_free_agent_waits_in_the_order_of_arrival_and_knows_the_place()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var first = space.Call("u1");
        var second = space.Call("u2");
        var third = space.Call("u3");
        Assert.Equal((0, 1, 2), (Place(first), Place(second), Place(third)));

        await space.AdvanceAsync(3);
        space.Calls.Drop(first);
        await space.AdvanceAsync(5);

        Assert.Equal(["0s Queued", "8s Connected"], space.See(second));
        Assert.Equal(["0s Queued"], space.See(third));
        Assert.Equal((0, 1), (Place(second), Place(third)));

        int Place(Users.User user) => space.Calls.PlaceInQueueOf(user);
    }

    [Fact]
    [Shows("5.4/drop-releases-call")]
    public async Task A_caller_who_drops_while_waiting_leaves_the_queue()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        var first = space.Call("u1");
        var second = space.Call("u2");
        var third = space.Call("u3");

        space.Calls.Drop(second);
        space.Calls.Drop(first);
        await space.AdvanceAsync(5);

        Assert.Equal(["0s Queued", "0s Released -1"], space.See(second));
        Assert.Equal(["0s Queued", "0s Connected"], space.See(third));
    }

    [Fact]
    [Shows("5.3/causeid-minus-1-unstated")]
    [Shows("10.1/on-timeout")]
    public async Task Waiting_longer_than_the_queue_allows_ends_the_call()
    {
        using var space = Create(Centre(Voice with { MaxWaitingTime = TimeSpan.FromSeconds(20) }, Agent(101)));
        space.Call("u1");
        var waiting = space.Call("u2");

        await space.AdvanceAsync(60);

        Assert.Equal(["0s Queued", "20s QueueTimeout -1"], space.See(waiting));
    }

    [Fact]
    [Shows("5.3/168106-when-handed-on")]
    [Shows("10.1/on-timeout")]
    public async Task Waiting_too_long_can_lead_to_another_queue()
    {
        using var space = Create(new SpaceSettings
        {
            Queues =
            [
                Voice with { OnTimeout = new Overflow.Transfer("backup") },
                Voice with { Name = "backup", MaxWaitingTime = TimeSpan.FromSeconds(10) },
            ],
            Agents = [Agent(101, null, new AgentSkill("voice")), Agent(102, null, new AgentSkill("backup"))],
        });
        space.Call("u1");
        var waiting = space.Call("u2");
        var last = space.Call("u3");

        await space.AdvanceAsync(120);

        Assert.Equal(["0s Queued", "60s Transferred", "60s Connected"], space.See(waiting));
        Assert.Equal(["0s Queued", "60s Transferred", "60s Queued", "70s QueueTimeout -1"], space.See(last));
    }

    [Fact]
    [Shows("5.3/causeid-11-cti-ivr-disconnected", "5.3/168106-when-handed-on")]
    [Shows("10.1/on-timeout")]
    public async Task Waiting_too_long_can_lead_to_an_ivr_which_ends_the_call()
    {
        using var space = Create(Centre(Voice with { OnTimeout = new Overflow.TransferToIvr("bye") }, Agent(101)));
        space.Call("u1");
        var waiting = space.Call("u2");

        await space.AdvanceAsync(120);

        Assert.Equal(["0s Queued", "60s Transferred", "70s Released 11"], space.See(waiting));
    }

    [Fact]
    [Shows("5.2/13-queue-full")]
    [Shows("10.1/on-busy")]
    public void A_full_queue_turns_a_call_away_or_sends_it_on_as_its_policy_says()
    {
        var full = Voice with { MaxCalls = 1 };
        using var space = Create(Centre(full, Agent(101)));
        space.Call("u1");
        space.Call("u2");
        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(space.SignIn("u3"), MediaAbility.Voice));

        using var other = Create(new SpaceSettings
        {
            Queues = [full with { OnBusy = new Overflow.Transfer("backup") }, Voice with { Name = "backup" }],
            Agents = [Agent(101, null, new AgentSkill("voice")), Agent(102, null, new AgentSkill("backup"))],
        });
        other.Call("u1");
        other.Call("u2");

        Assert.Equal(["0s Transferred", "0s Connected"], other.See(other.Call("u3")));
    }

    [Fact]
    [Shows("5.3/causeid-1-resources-occupied")]
    public void Full_queues_that_overflow_into_each_other_give_the_call_up()
    {
        var full = Voice with { MaxCalls = 1, OnBusy = new Overflow.Transfer("backup") };
        using var space = Create(new SpaceSettings
        {
            Queues = [full, full with { Name = "backup", OnBusy = new Overflow.Transfer("voice") }],
            Agents = [Agent(101, null, new AgentSkill("voice")), Agent(102, null, new AgentSkill("backup"))],
        });

        // One talks and one waits in each of the two.
        foreach (var userId in new[] { "u1", "u2", "u3", "u4" })
        {
            space.Call(userId);
        }

        Assert.Equal("0s Failed 1", space.See(space.Call("u5"))[^1]);
    }

    [Fact]
    [Shows("10.1/on-no-agents")]
    public void Queues_that_overflow_into_each_other_give_the_call_up()
    {
        using var space = Create(new SpaceSettings
        {
            Queues =
            [
                Voice with { OnNoAgents = new Overflow.Transfer("backup") },
                Voice with { Name = "backup", OnNoAgents = new Overflow.Transfer("voice") },
            ],
            Agents = [],
        });

        Assert.Equal("0s Failed 1", space.See(space.Call("u1"))[^1]);
    }

    [Fact]
    public async Task Of_two_free_agents_the_one_idle_for_longer_is_taken()
    {
        using var space = Create(Centre(Voice with { WrapUp = TimeSpan.Zero }, Agent(101), Agent(102)));
        var first = space.Call("u1");
        Assert.Equal("Ringing", space.StateOf(101));
        await space.AdvanceAsync(5);
        space.Calls.Drop(first);

        space.Call("u2");

        Assert.Equal(("Ready", "Ringing"), (space.StateOf(101), space.StateOf(102)));
    }

    [Fact]
    [Shows("10.3/agent-weight")]
    public async Task The_heavier_agent_is_taken_however_short_its_idleness()
    {
        using var space = Create(Centre(
            Voice with { WrapUp = TimeSpan.Zero },
            Agent(101, null, new AgentSkill("voice", AgentWeight: 2)),
            Agent(102, null, new AgentSkill("voice", AgentWeight: 1))));
        var first = space.Call("u1");
        await space.AdvanceAsync(5);
        space.Calls.Drop(first);

        space.Call("u2");

        Assert.Equal(("Ringing", "Ready"), (space.StateOf(101), space.StateOf(102)));
    }

    [Fact]
    [Shows("10.3/skill-weight")]
    public async Task A_free_agent_serves_its_heavier_queue_first_and_then_who_came_first()
    {
        using var space = Create(new SpaceSettings
        {
            Queues =
            [
                Voice with { WrapUp = TimeSpan.Zero },
                new QueueSettings { Name = "video", Type = QueueType.VideoClickToDial, WrapUp = TimeSpan.Zero },
            ],
            Agents = [Agent(101, null, new AgentSkill("voice"), new AgentSkill("video", SkillWeight: 2))],
        });
        var talking = space.Call("u1");
        var voice = space.Call("u2");
        await space.AdvanceAsync(1);
        var video = space.SignIn("u3");
        space.Calls.Create(video, MediaAbility.Video);

        space.Calls.Drop(talking);

        Assert.Equal(["1s Queued", "1s Connected"], space.See(video));
        Assert.Equal(["0s Queued"], space.See(voice));
    }

    [Fact]
    public async Task An_agent_wraps_up_before_the_next_call()
    {
        using var space = Create(Centre(Voice with { WrapUp = TimeSpan.FromSeconds(7) }, Agent(101)));
        var first = space.Call("u1");
        var second = space.Call("u2");
        await space.AdvanceAsync(3);

        space.Calls.Drop(first);
        Assert.Equal("WrapUp", space.StateOf(101));
        await space.AdvanceAsync(7);

        Assert.Equal(["0s Queued", "10s Connected"], space.See(second));
    }

    [Fact]
    [Shows("10.3/quality-checker-no-calls")]
    public void A_quality_checker_is_given_no_calls()
    {
        using var space = Create(Centre(Voice, Agent(101) with { Role = AgentRole.QualityChecker }));

        Assert.Equal(Refusal.NoAgentsAvailable, space.Calls.Create(space.SignIn(), MediaAbility.Voice));
    }

    // The last one leaves no digit for the call itself.
    [Theory]
    [InlineData("12345", "1", "^123451[0-9]{9}$")]
    [InlineData("12345", null, "^12345[0-9]{10}$")]
    [InlineData("1", null, "^1[0-9]{14}$")]
    [InlineData("12345678901234", null, "^12345678901234[0-9]$")]
    [InlineData("123456789012345", "12345678", "^12345678901234512345678[0-9]$")]
    [Shows("6/accesscode-15-digits-prefix")]
    public void A_called_route_begins_the_number_of_the_calls_of_its_queue_which_has_15_digits(
        string accessCode, string? extensionCode, string number)
    {
        using var space = Create(
            Centre(Voice, Agent(101)) with { CalledRoutes = [new(accessCode, extensionCode, "voice")] });

        Assert.Matches(number, space.Take(space.Call("u1"))[0].Route!.AccessCode);
    }

    [Fact]
    [Shows("6/accesscode-15-digits-prefix")]
    public void Where_a_long_route_leaves_too_few_digits_for_all_calls_there_are_more()
    {
        var agents = Enumerable.Range(101, 12).Select(n => Agent(n)).ToArray();
        using var space = Create(Centre(Voice, agents) with { CalledRoutes = [new("12345678901234", null, "voice")] });

        var codes = Enumerable.Range(1, 12).Select(i => space.Take(space.Call($"u{i}"))[0].Route!.AccessCode).ToList();

        Assert.Equal(12, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^12345678901234[0-9]{1,2}$", c));
        Assert.Equal([.. Enumerable.Repeat(15, 5), .. Enumerable.Repeat(16, 7)], codes.Select(c => c.Length));
    }
}
