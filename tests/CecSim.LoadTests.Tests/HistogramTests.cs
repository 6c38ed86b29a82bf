using CecSim.LoadTests.Latency;
using CecSim.Server.Telemetry;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.LoadTests.Tests;

public sealed class HistogramTests
{
    [Fact]
    public void A_percentile_is_at_most_a_64th_above_the_exact_one_and_never_below() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Select(m => (long)m).NonEmptyListOf().ToArbitrary(),
            microseconds =>
            {
                var histogram = new LatencyHistogram();
                foreach (var one in microseconds)
                {
                    histogram.Record(TimeSpan.FromMicroseconds(one));
                }

                var sorted = microseconds.Order().ToList();
                var exact = sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1] / 1e3;
                var told = LatencySummary.Of("", histogram).P99Milliseconds;
                return told >= exact && told <= (exact * 65 / 64) + 0.001;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_lies_outside_its_range_counts_at_the_nearest_end()
    {
        var histogram = new LatencyHistogram();

        histogram.Record(TimeSpan.FromSeconds(-1));
        histogram.Record(TimeSpan.FromDays(1));

        Assert.Equal([1L, 1L], histogram.Buckets.Select(b => b.Count));
        Assert.Equal(TimeSpan.Zero, histogram.Buckets.First().Upper);
    }

    [Fact]
    public void Nothing_recorded_is_no_latency()
    {
        var summary = LatencySummary.Of("", new LatencyHistogram());

        Assert.Equal((0, 0, 0), (summary.Count, summary.P99Milliseconds, summary.MeanMilliseconds));
    }
}
