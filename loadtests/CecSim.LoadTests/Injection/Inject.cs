namespace CecSim.LoadTests.Injection;

/// <summary>So many a second, evenly.</summary>
internal sealed record Inject(double RatePerSecond, TimeSpan During) : Arrivals(During)
{
    public override IEnumerable<TimeSpan> Moments()
    {
        var count = (long)(RatePerSecond * During.TotalSeconds);
        for (var i = 0L; i < count; i++)
        {
            yield return TimeSpan.FromSeconds(i / RatePerSecond);
        }
    }
}
