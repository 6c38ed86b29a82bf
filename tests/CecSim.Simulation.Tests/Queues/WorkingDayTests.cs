using System.Diagnostics;

namespace CecSim.Simulation.Tests.Queues;

public sealed class WorkingDayTests
{
    [Fact]
    public async Task A_working_day_of_200_agents_and_20000_calls_adds_up()
    {
        using var day = new WorkingDay();
        var watch = Stopwatch.StartNew();

        await day.RunAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"{day}; {watch.Elapsed.TotalSeconds:f1} s of wall time");
        Assert.Equal(WorkingDay.CallsCount, day.OfferedCount);
        Assert.Equal(day.OfferedCount, day.AnsweredCount + day.AbandonedCount + day.TimedOutCount);
        Assert.Equal(day.AnsweredCount, day.EndedByAgentCount);

        // Some 195 of 200 agents are busy at any time: most callers are answered, and not all of them at once.
        Assert.InRange(day.AnsweredCount, 15_000, 20_000);
        Assert.InRange(day.AnsweredInTimeCount, 1, day.AnsweredCount - 1);
    }
}
