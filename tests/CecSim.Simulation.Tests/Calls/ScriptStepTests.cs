using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>What a script can say beyond one event after the other.</summary>
public sealed class ScriptStepTests
{
    private static readonly ScriptStep Transferred = new ScriptStep.Transferred();

    [Fact]
    public async Task A_repetition_plays_its_steps_so_many_times()
    {
        using var space = WithScript(
            new ScriptStep.Connected(),
            new ScriptStep.Repeat(3, new([Wait(2), Transferred])),
            new ScriptStep.Released());

        Assert.Equal(["0 168101", "2 168106", "4 168106", "6 168106", "6 168110"], await LadderOf(space, 60));
    }

    [Fact]
    public async Task A_repetition_within_another_is_played_anew_each_time()
    {
        using var space = WithScript(
            new ScriptStep.Repeat(2, new([Wait(1), new ScriptStep.Repeat(2, new([Transferred]))])));

        Assert.Equal(["1 168106", "1 168106", "2 168106", "2 168106"], await LadderOf(space, 60));
    }

    [Fact]
    public async Task Fifty_thousand_steps_without_a_wait_take_no_time()
    {
        var instant = new ScriptStep.Wait(new WaitTime.Uniform(default));
        using var space = WithScript(
            new ScriptStep.Repeat(1_000, new([new ScriptStep.Repeat(49, new([instant]))])), new ScriptStep.Released());

        Assert.Equal(["0 168110"], await LadderOf(space, 1));
    }

    [Fact]
    public void A_script_that_never_ends_by_itself_is_an_error_that_says_so()
    {
        var circle = new Script([new ScriptStep.Run("a")]);
        using var space = Create(new SpaceSettings
        {
            Calls = [new CallRule { Script = circle }],
            Scripts = new Dictionary<string, Script> { ["a"] = circle },
        });
        var user = space.SignIn();

        var thrown = Assert.Throws<InvalidOperationException>(() => space.Calls.Create(user, MediaAbility.Voice));

        Assert.Equal("A script takes more than 100000 steps.", thrown.Message);
    }

    [Fact]
    public async Task A_named_script_is_played_where_it_is_run_and_then_the_rest()
    {
        using var space = Create(Scripted(
            new ScriptStep.Run("hold the line"), new ScriptStep.Connected(), new ScriptStep.Run("hold the line")) with
        {
            Scripts = new Dictionary<string, Script> { ["hold the line"] = new([new ScriptStep.Queued(), Wait(3)]) },
        });

        Assert.Equal(["0 168102", "3 168101", "3 168102"], await LadderOf(space, 60));
    }

    [Fact]
    public void Branches_are_chosen_by_their_weights()
    {
        using var space = WithScript(new ScriptStep.Choose(
            [new(3, new([new ScriptStep.Connected()])), new(1, new([new ScriptStep.Queued()]))]));

        var connected = Enumerable.Range(0, 2_000).Count(i => FirstOf(space, $"u{i}") == 168101);

        Assert.InRange(connected, 1_420, 1_580);
    }

    [Fact]
    public async Task An_end_in_one_branch_ends_the_call_only_when_that_branch_is_taken()
    {
        using var space = WithScript(
            new ScriptStep.Choose([new(1, new([new ScriptStep.Failed()])), new(1, new([new ScriptStep.Queued()]))]),
            new ScriptStep.Connected());

        var ladders = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            ladders.Add(string.Join(", ", await LadderOf(space, 0, $"u{i}")));
        }

        Assert.Equal(["0 168102, 0 168101", "0 168105"], ladders.Order());
    }

    [Fact]
    public async Task What_is_drawn_in_one_call_does_not_depend_on_another()
    {
        Space New() => WithScript(new ScriptStep.Repeat(
            9, new([new ScriptStep.Wait(new WaitTime.Uniform(new(default, TimeSpan.FromSeconds(9)))), Transferred])));

        using var alone = New();
        using var together = New();
        var first = together.SignIn("u1");
        together.Calls.Create(first, MediaAbility.Voice);
        together.Calls.Create(together.SignIn("u2"), MediaAbility.Voice);

        Assert.Equal(await LadderOf(alone, 100), await LadderOf(together, first, 100));
    }

    [Fact]
    public async Task An_unknown_event_is_told_with_its_id_and_ends_the_call_only_where_it_is_final()
    {
        using var space = WithScript(
            new ScriptStep.Unknown(168199),
            Wait(1),
            new ScriptStep.Unknown(-1, IsFinal: true),
            new ScriptStep.Queued());

        Assert.Equal(["0 168199", "1 -1"], await LadderOf(space, 60));
        Assert.Null(space.Calls.Create(space.SignIn(), MediaAbility.Voice));
    }

    [Fact]
    public async Task After_silence_neither_script_nor_handler_says_anything_but_the_drop_does()
    {
        using var space = Create(new SpaceSettings
        {
            Calls =
            [
                new CallRule
                {
                    Script = new([new ScriptStep.Repeat(2, new([new ScriptStep.Silent()])), new ScriptStep.Queued()]),
                    On = [new(new CallAction.Poll(), new([Transferred]))],
                },
            ],
        });
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);

        Assert.Empty(await LadderOf(space, user, 60));
        space.Calls.Drop(user);
        Assert.Equal(["60 168110"], await LadderOf(space, user, 0));
    }

    [Fact]
    public void The_release_after_a_drop_is_the_customers_unless_the_script_says_otherwise()
    {
        Assert.Equal(Cause.Dropped, CauseAfterDrop(new ScriptStep.Released()));
        Assert.Equal(
            Cause.Dropped with { CauseId = 3 }, CauseAfterDrop(new ScriptStep.Released(new StatedCause(3, null))));
        Assert.Equal(Cause.Failed, CauseAfterDrop(new ScriptStep.Failed()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_uniform_wait_is_within_its_range_and_reaches_both_ends_of_it(int minSeconds)
    {
        var drawn = Drawn(new WaitTime.Uniform(new(TimeSpan.FromSeconds(minSeconds), TimeSpan.FromSeconds(4))));

        Assert.InRange(drawn[0], minSeconds, minSeconds + 0.01);
        Assert.InRange(drawn[^1], 3.99, 4);
        Assert.InRange(drawn.Average(), ((minSeconds + 4) / 2.0) - 0.05, ((minSeconds + 4) / 2.0) + 0.05);
    }

    [Fact]
    public void A_normal_wait_is_near_its_mean_and_cut_at_nothing_and_at_the_longest()
    {
        var drawn = Drawn(new WaitTime.Normal(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)));
        var cut = Drawn(new WaitTime.Normal(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)));

        Assert.InRange(drawn.Average(), 4.95, 5.05);
        Assert.InRange(drawn.Count(d => d is > 4 and < 6) / 10_000.0, 0.66, 0.70);
        Assert.Equal((0.0, 4.0), (cut[0], cut[^1]));
        Assert.InRange(cut.Count(d => d == 0) / 10_000.0, 0.14, 0.18);
    }

    private static List<double> Drawn(WaitTime wait)
    {
        var random = new SeededRandom(7);
        return [.. Enumerable.Range(0, 10_000).Select(_ => wait.DrawnBy(random.Next()).TotalSeconds).Order()];
    }

    private static Cause? CauseAfterDrop(ScriptStep step)
    {
        using var space = Create(new SpaceSettings { Calls = [new CallRule { OnDrop = new([step]) }] });
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);
        space.Take(user);
        space.Calls.Drop(user);
        return space.Take(user)[0].Cause;
    }

    private static int FirstOf(Space space, string userId)
    {
        var user = space.SignIn(userId);
        space.Calls.Create(user, MediaAbility.Voice);
        return space.Take(user)[0].EventId;
    }

    private static Task<IReadOnlyList<string>> LadderOf(Space space, double seconds, string userId = "u1")
    {
        var user = space.SignIn(userId);
        space.Calls.Create(user, MediaAbility.Voice);
        return LadderOf(space, user, seconds);
    }

    /// <summary>What a client finds that polls only at the end, each with the second in which it happened.</summary>
    private static async Task<IReadOnlyList<string>> LadderOf(Space space, User user, double seconds)
    {
        await space.AdvanceAsync(seconds);
        return [.. space.TakeAll(user).Select(e => $"{space.SecondsUntil(e.At)} {e.EventId}")];
    }

    private static ScriptStep.Wait Wait(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
