using CecSim.LoadTests.Injection;
using CecSim.LoadTests.Measuring;
using CecSim.LoadTests.Reports;
using CecSim.Server.Telemetry;
using CecSim.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.LoadTests.Tests;

public sealed class ArrivalTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public void Injecting_spreads_so_many_a_second_evenly() =>
        Assert.Equal(
            [0.0, 0.25, 0.5, 0.75],
            new Inject(4, TimeSpan.FromSeconds(1)).Moments().Select(m => m.TotalSeconds));

    [Fact]
    public void A_ramp_has_the_mean_of_both_rates_in_order_and_within_its_time() =>
        Prop.ForAll(
            Gen.Choose(1, 200).Two().ToArbitrary(),
            rates =>
            {
                var time = TimeSpan.FromSeconds(10);
                var moments = new RampingInject(rates.Item1, rates.Item2, time).Moments().ToList();
                return moments.Count == (rates.Item1 + rates.Item2) * 5
                    && moments.Zip(moments.Skip(1)).All(p => p.First <= p.Second)
                    && moments.TrueForAll(m => m <= time);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_growing_ramp_is_denser_at_its_end()
    {
        var moments = new RampingInject(10, 100, TimeSpan.FromSeconds(10)).Moments().ToList();

        Assert.Equal(163, moments.Count(m => m < TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Work_that_takes_long_does_not_keep_the_next_from_beginning()
    {
        var begun = 0;
        var all = new TaskCompletionSource();

        await new Injector(new LatencyHistogram(), new Tally()).RunAsync(
            new Inject(1_000, TimeSpan.FromMilliseconds(20)),
            (_, _) =>
            {
                if (Interlocked.Increment(ref begun) == 20)
                {
                    all.SetResult();
                }

                return all.Task;
            },
            TestEnds);

        Assert.Equal(20, begun);
    }

    [Fact]
    public async Task More_than_may_go_on_at_once_is_not_begun_and_counts_as_failed()
    {
        var tally = new Tally();
        var injector = new Injector(new LatencyHistogram(), tally, inFlightMax: 3);
        var goesOn = new TaskCompletionSource();
        var running = injector.RunAsync(
            new Inject(1_000, TimeSpan.FromMilliseconds(10)), (_, _) => goesOn.Task, TestEnds);
        await Eventually.IsTrueAsync("seven that were not begun", () => tally.FailedCount >= 7);

        goesOn.SetResult();
        await running;

        Assert.Equal(7, tally.FailedCount);
    }

    [Fact]
    public async Task An_event_that_never_came_is_lost_and_one_that_came_again_a_duplicate()
    {
        var arrivals = new EventArrivals(3, new Tally());

        arrivals.HasCome(0);
        arrivals.HasCome(2);
        arrivals.HasCome(2);
        await arrivals.WhenAllAsync(TimeSpan.FromMilliseconds(1), TestEnds);

        Assert.Equal((1, 1), (arrivals.LostCount, arrivals.DuplicatedCount));
    }

    [Theory]
    [InlineData(2, new[] { 3.0, 1, 2 })]
    [InlineData(1.5, new[] { 2.0, 1 })]
    public void The_median_is_the_middle_or_between_the_middle_two(double expected, double[] values) =>
        Assert.Equal(expected, Ratio.MedianOf(values));
}
