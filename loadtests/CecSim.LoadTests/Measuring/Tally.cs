namespace CecSim.LoadTests.Measuring;

/// <summary>What became of what was asked. Any number of clients count here at once.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> _failures = new();
    private readonly ConcurrentDictionary<string, LatencyHistogram> _latencies = new();
    private LatencyHistogram _second = new();
    private long _answeredCount;

    public long AnsweredCount => Volatile.Read(ref _answeredCount);

    public long FailedCount => _failures.Values.Sum();

    /// <summary>Reasons, and how often each.</summary>
    public IReadOnlyDictionary<string, long> Failures => new SortedDictionary<string, long>(_failures);

    public IReadOnlyDictionary<string, LatencyHistogram> Latencies =>
        new SortedDictionary<string, LatencyHistogram>(_latencies);

    public void Answered(string what, TimeSpan latency)
    {
        Interlocked.Increment(ref _answeredCount);
        _latencies.GetOrAdd(what, _ => new LatencyHistogram()).Record(latency);
        _second.Record(latency);
    }

    /// <summary>Something was answered whose latency says nothing: a poll that was to wait.</summary>
    public void Answered() => Interlocked.Increment(ref _answeredCount);

    public void Failed(string reason) => _failures.AddOrUpdate(reason, 1, (_, before) => before + 1);

    /// <returns>The latencies since it was last asked.</returns>
    public LatencyHistogram TakeSecond() => Interlocked.Exchange(ref _second, new LatencyHistogram());
}
