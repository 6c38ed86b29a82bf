namespace CecSim.Scenarios.Tests;

public sealed class OwnScenariosTests
{
    private static readonly ScenarioLoad Own = ScenarioFiles.Load([Repository.Scenarios]);

    [Fact]
    public void The_scenarios_that_come_with_the_simulator_are_all_fine()
    {
        Assert.Empty(Own.Complaints);
        Assert.NotEmpty(Own.Scenarios);
    }

    [Fact]
    public void Each_of_them_is_named_after_its_file() => Assert.Equal(
        Own.Scenarios.Select(s => s.Name + ".yaml"),
        Own.Scenarios.Select(s => Path.GetFileName(s.File)));

    [Fact]
    public void Each_of_them_ends_within_fifteen_seconds_or_with_the_documented_queue_limit()
    {
        var seconds = Own.Scenarios.ToDictionary(
            s => s.Name,
            s => s.Space.Calls.SelectMany(c => c.Script.Steps).OfType<ScriptStep.Wait>()
                .Sum(w => w.For.Longest.TotalSeconds));

        Assert.Equal(60, seconds["queue-timeout"]);
        Assert.All(seconds.Where(s => s.Key != "queue-timeout"), s => Assert.InRange(s.Value, 0, 15));
    }

    [Fact]
    public void Queue_then_connect_tells_its_story()
    {
        var rule = Assert.Single(Own.Scenarios.Single(s => s.Name == "queue-then-connect").Space.Calls);

        Assert.Equal(new CallMatch(MediaAbility.Voice, "*"), rule.Match);
        Assert.Equal(
            [
                new ScriptStep.Queued(),
                new ScriptStep.Wait(TimeSpan.FromSeconds(3)),
                new ScriptStep.Connected(),
                new ScriptStep.Wait(TimeSpan.FromSeconds(5)),
                new ScriptStep.Released(new Cause(0, "agent hung up")),
            ],
            rule.Script.Steps);
    }

    [Fact]
    public void Token_expires_while_polling_strikes_at_the_second_poll() => Assert.Equal(
        [new FaultRule(CecOperation.GetClickToCallEvents, new FaultWhen { Nth = 2 }, new AccessTokenExpired())],
        Own.Scenarios.Single(s => s.Name == "token-expires-while-polling").Space.Faults);

    [Fact]
    public void The_folder_of_faults_is_all_fine_and_each_file_holds_one_fault()
    {
        var faults = ScenarioFiles.Load([Path.Combine(Repository.Scenarios, "faults")]);

        Assert.Empty(faults.Complaints);
        Assert.Equal(
            faults.Scenarios.Select(s => s.Name + ".yaml"),
            faults.Scenarios.Select(s => Path.GetFileName(s.File)));
        Assert.All(faults.Scenarios, s => Assert.Single(s.Space.Faults));
    }
}
