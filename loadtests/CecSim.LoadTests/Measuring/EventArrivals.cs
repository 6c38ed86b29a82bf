namespace CecSim.LoadTests.Measuring;

/// <summary>Which events were sent, which came, and which came twice.</summary>
internal sealed class EventArrivals(int count, Tally tally)
{
    private readonly long[] _intended = new long[count];
    private readonly int[] _cameCounts = new int[count];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missingCount = count;

    public long LostCount => _cameCounts.Count(c => c == 0);

    public long DuplicatedCount => _cameCounts.Sum(c => (long)Math.Max(0, c - 1));

    /// <param name="intended">When it was to be sent, as a timestamp.</param>
    public void IsSent(long number, long intended) => Volatile.Write(ref _intended[number], intended);

    public void HasCome(long number)
    {
        if (number < 0 || number >= _cameCounts.Length || Interlocked.Increment(ref _cameCounts[number]) > 1)
        {
            return;
        }

        tally.Answered("event", TimeProvider.System.GetElapsedTime(Volatile.Read(ref _intended[number])));
        if (Interlocked.Decrement(ref _missingCount) == 0)
        {
            _all.TrySetResult();
        }
    }

    /// <summary>Until the last has come, but no longer than so long.</summary>
    public async Task WhenAllAsync(TimeSpan limit, CancellationToken ends)
    {
        if (_cameCounts.Length > 0)
        {
            await Task.WhenAny(_all.Task, Task.Delay(limit, TimeProvider.System, ends));
            ends.ThrowIfCancellationRequested();
        }
    }
}
