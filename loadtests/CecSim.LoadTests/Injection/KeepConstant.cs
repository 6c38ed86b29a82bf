namespace CecSim.LoadTests.Injection;

/// <summary>So many at any time, each again and again: a closed model, for throughput and not for latencies.</summary>
internal sealed record KeepConstant(int Copies, TimeSpan During)
{
    /// <param name="work">Does it once; told which copy does it.</param>
    /// <returns>How long it took until the last copy was done.</returns>
    public async Task<TimeSpan> RunAsync(Func<int, Task> work, CancellationToken ends)
    {
        var time = TimeProvider.System;
        var begin = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Copies).Select(copy => Task.Run(
            async () =>
            {
                while (time.GetElapsedTime(begin) < During && !ends.IsCancellationRequested)
                {
                    await work(copy);
                }
            },
            ends)));
        return time.GetElapsedTime(begin);
    }
}
