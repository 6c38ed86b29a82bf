namespace CecSim.LoadTests.Injection;

/// <summary>Begins work when it is to begin, and measures how late it was with that.</summary>
internal sealed class Injector(LatencyHistogram lag, Tally tally, int inFlightMax = Injector.InFlightMaxDefault)
{
    private const int InFlightMaxDefault = 50_000;

    // What a timer of the machine can do; whatever is due by then begins at once.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(1);

    private int _inFlightCount;

    /// <param name="work">
    /// Does one, told its number and the moment at which it was to begin, by the timestamps of
    /// <see cref="TimeProvider.System"/>: latencies count from there. It never throws.
    /// </param>
    /// <returns>When all of it is done.</returns>
    public async Task RunAsync(Arrivals arrivals, Func<long, long, Task> work, CancellationToken ends)
    {
        var time = TimeProvider.System;
        var begin = time.GetTimestamp();
        var done = new List<Task>();
        var number = 0L;
        foreach (var moment in arrivals.Moments())
        {
            var intended = begin + (long)(moment.TotalSeconds * time.TimestampFrequency);
            while (time.GetElapsedTime(begin) < moment)
            {
                await Task.Delay(Beat, time, ends);
            }

            lag.Record(time.GetElapsedTime(intended));
            Begin(work, number++, intended, done);
        }

        await Task.WhenAll(done);
    }

    private void Begin(Func<long, long, Task> work, long number, long intended, List<Task> done)
    {
        if (Volatile.Read(ref _inFlightCount) >= inFlightMax)
        {
            tally.Failed("not begun, because too much was still going on");
            return;
        }

        Interlocked.Increment(ref _inFlightCount);
        if (done.Count >= 2 * inFlightMax)
        {
            done.RemoveAll(t => t.IsCompleted);
        }

        done.Add(DoAsync(work, number, intended));
    }

    private async Task DoAsync(Func<long, long, Task> work, long number, long intended)
    {
        try
        {
            await work(number, intended);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlightCount);
        }
    }
}
