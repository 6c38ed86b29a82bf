namespace CecSim.Benchmarks;

/// <summary>A deadline comes and goes beside many that stay: what each long poll does to the agenda.</summary>
public class AgendaBenchmarks
{
    private static readonly DateTimeOffset Start = ClockSettings.Frozen.StartsAt!.Value;

    private TimerQueue _timers = null!;

    [Params(1_000, 15_000, 100_000)]
    public int Others { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _timers = new TimerQueue();
        for (var i = 0; i < Others; i++)
        {
            _timers.Add(Start.AddSeconds(60 + (i % 60)), isForNow: false, "poll hold", Nothing, this);
        }
    }

    [Benchmark]
    public void ArmAndCancel() =>
        _timers.Cancel(_timers.Add(Start.AddSeconds(59), isForNow: false, "poll hold", Nothing, this));

    [Benchmark]
    public int ArmAndFire()
    {
        _timers.Add(Start, isForNow: true, "poll hold", Nothing, this);
        return _timers.TakeDue(Start)!.GetHashCode();
    }

    private static void Nothing(object subject)
    {
    }
}
