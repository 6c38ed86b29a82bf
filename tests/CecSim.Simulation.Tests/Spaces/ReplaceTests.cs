using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Spaces;

public sealed class ReplaceTests
{
    private static readonly FaultRule Second =
        new(CecOperation.Poll, new FaultWhen { Nth = 2 }, new StatusAnswer(503));

    [Fact]
    public async Task A_call_that_runs_keeps_its_script_and_the_next_one_has_the_new_one()
    {
        using var space = WithScript(
            new ScriptStep.Queued(), new ScriptStep.Wait(TimeSpan.FromSeconds(3)), new ScriptStep.Connected());
        var (before, after) = (space.SignIn("u1"), space.SignIn("u2"));
        space.Calls.Create(before, MediaAbility.Voice);

        space.Replace(Scripted(new ScriptStep.Failed(Cause.Failed)).Calls, []);
        space.Calls.Create(after, MediaAbility.Voice);
        await space.AdvanceAsync(3);

        Assert.Equal(CallEventKind.Failed, Assert.Single(space.Take(after)).Kind);
        Assert.Equal(CallEventKind.Queued, Assert.Single(space.Take(before)).Kind);
        Assert.Equal(CallEventKind.Connected, Assert.Single(space.Take(before)).Kind);
    }

    [Fact]
    public void New_faults_strike_the_next_request_and_count_from_one()
    {
        using var space = Create();
        Assert.Empty(space.Faults.Strike(CecOperation.Poll));

        space.Replace([], [Second]);

        Assert.Empty(space.Faults.Strike(CecOperation.Poll));
        Assert.Single(space.Faults.Strike(CecOperation.Poll));
    }

    [Fact]
    public void Faults_that_stay_the_same_keep_their_counts()
    {
        using var space = Create(new() { Faults = [Second] });
        space.Faults.Strike(CecOperation.Poll);

        space.Replace([], [Second with { }]);

        Assert.Single(space.Faults.Strike(CecOperation.Poll));
    }
}
