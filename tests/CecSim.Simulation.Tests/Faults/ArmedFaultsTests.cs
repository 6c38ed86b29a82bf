using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Faults;

/// <summary>Faults come and go while their space lives.</summary>
public sealed class ArmedFaultsTests
{
    private static readonly FaultRule Any = Rule(FaultWhen.Always);

    [Fact]
    public void A_fault_that_is_armed_by_hand_strikes_after_those_of_the_scenario_until_it_is_removed()
    {
        using var space = Create(new SpaceSettings { Faults = [Any] });
        var added = space.Faults.Add(Any with { Inject = new StatusAnswer(500) })!;

        Assert.Equal([503, 500], Struck(space));
        Assert.True(space.Faults.Remove(added.Id));
        Assert.False(space.Faults.Remove(added.Id));
        Assert.Equal([503], Struck(space));
        Assert.True(space.Faults.Remove(space.Faults.View[0].Id));
        Assert.Empty(Struck(space));
    }

    [Fact]
    public void The_view_tells_what_each_fault_has_counted_and_struck()
    {
        using var space = Create(new SpaceSettings { Faults = [Rule(new FaultWhen { Nth = 2 })] });
        space.Faults.Add(Any);

        Assert.All([1, 2, 3], _ => space.Faults.Strike(CecOperation.Poll));

        Assert.Equal([(1L, 3L, 1L), (2L, 3L, 3L)],
            space.Faults.View.Select(v => (v.Id, v.SeenCount, v.StrikesCount)));
    }

    [Fact]
    public void No_more_than_a_thousand_are_armed_those_of_the_scenario_included()
    {
        using var space = Create(new SpaceSettings { Faults = [Any, Any] });

        var armed = Enumerable.Range(0, ArmedFaults.FaultsMax).Count(_ => space.Faults.Add(Any) is not null);

        Assert.Equal(ArmedFaults.FaultsMax - 2, armed);
        Assert.Equal(ArmedFaults.FaultsMax, space.Faults.View.Count);
    }

    [Fact]
    public void After_a_clearing_nothing_strikes_and_a_restoring_brings_the_scenario_back_with_new_counts()
    {
        using var space = Create(new SpaceSettings { Faults = [Rule(new FaultWhen { Nth = 1 })] });
        space.Faults.Add(Any);
        Assert.Equal(2, Struck(space).Count);

        space.Faults.Clear();
        Assert.Empty(Struck(space));
        space.Faults.Restore();

        Assert.Equal((3L, 0L), (Assert.Single(space.Faults.View).Id, space.Faults.View[0].SeenCount));
        Assert.Single(Struck(space));
    }

    [Fact]
    public void Only_those_strike_whose_match_covers_the_user()
    {
        using var space = Create(new SpaceSettings
        {
            Faults = [Any with { Match = new("vip-*") }, Any with { Match = new(Channel: "c1") }],
        });

        Assert.True(space.Faults.AskWho(CecOperation.Poll));
        Assert.False(space.Faults.AskWho(CecOperation.Send));
        Assert.Equal([2, 1, 1, 0, 0, 0], new FaultTargetUser?[]
        {
            new("vip-1", "c1"), new("vip-1", "c2"), new("u1", "c1"), new("u1", "c2"), new("VIP-1", "c2"), null,
        }.Select(who => space.Faults.Strike(CecOperation.Poll, who).Count));
    }

    [Fact]
    public void Where_every_fault_covers_all_nobody_is_asked_for()
    {
        using var space = Create(new SpaceSettings { Faults = [Any] });

        Assert.False(space.Faults.AskWho(CecOperation.Poll));
        Assert.Single(space.Faults.Strike(CecOperation.Poll, who: null));
    }

    [Theory]
    [InlineData(null, null, "XXXX")]
    [InlineData(2, null, "__XX")]
    [InlineData(null, 2, "XX__")]
    [InlineData(1, 2, "_XX_")]
    public async Task A_fault_counts_from_a_moment_on_and_for_so_long(int? after, int? length, string expected)
    {
        var when = new FaultWhen
        {
            After = after is { } a ? TimeSpan.FromSeconds(a) : null,
            For = length is { } l ? TimeSpan.FromSeconds(l) : null,
        };
        using var space = Create(new SpaceSettings { Faults = [Rule(when)] });

        var struck = "";
        for (var second = 0; second < 4; second++, await space.AdvanceAsync(1))
        {
            struck += Struck(space).Count == 1 ? 'X' : '_';
        }

        Assert.Equal(expected, struck);
    }

    [Fact]
    public void An_invite_is_struck_by_faults_of_invites_alone_and_by_the_user_whose_number_it_calls()
    {
        FaultRule[] faults =
        [
            new(CecOperation.Invite, FaultWhen.Always, new NoAnswer()) { Match = new("u1") },
            new(CecOperation.Invite, new FaultWhen { Nth = 2 }, new OneWayAudio()),
            Any,
        ];
        using var space = Create(Scripted() with { Faults = faults });
        space.Calls.Create(space.SignIn(), MediaAbility.Voice);
        var code = space.Calls.View[0].AccessCode;

        Assert.Equal([new NoAnswer()], space.Media.Strike(code).Select(s => s.Fault));
        Assert.Equal([new OneWayAudio()], space.Media.Strike("17908").Select(s => s.Fault));
    }

    [Fact]
    public void Rules_that_change_in_their_place_begin_to_count_and_faults_by_hand_stay()
    {
        using var space = Create(new SpaceSettings { Faults = [Any, Any] });
        space.Faults.Add(Any);
        Struck(space);

        space.Replace([], [Any, Rule(new FaultWhen { Every = 1 }), Any]);

        Assert.Equal([1L, 0, 0, 1], space.Faults.View.Select(v => v.SeenCount));
        Assert.Equal([1L, 4, 5, 3], space.Faults.View.Select(v => v.Id));
    }

    private static FaultRule Rule(FaultWhen when) => new(CecOperation.Poll, when, new StatusAnswer(503));

    private static List<int> Struck(Space space) =>
        [.. space.Faults.Strike(CecOperation.Poll).Select(s => ((StatusAnswer)s.Fault).Code)];
}
