namespace CecSim.LoadTests.Injection;

/// <summary>From one rate to another, evenly more or less each moment.</summary>
internal sealed record RampingInject(double FromPerSecond, double ToPerSecond, TimeSpan During) : Arrivals(During)
{
    public override IEnumerable<TimeSpan> Moments()
    {
        var seconds = During.TotalSeconds;
        var growth = (ToPerSecond - FromPerSecond) / seconds;
        var count = (long)((FromPerSecond + ToPerSecond) / 2 * seconds);
        for (var i = 0L; i < count; i++)
        {
            yield return TimeSpan.FromSeconds(MomentOf(i, growth));
        }
    }

    // After t seconds there have been from·t + growth·t²/2; solved for t, in the form that survives a growth of zero.
    private double MomentOf(long index, double growth) => index == 0
        ? 0
        : 2 * index / (FromPerSecond + Math.Sqrt((FromPerSecond * FromPerSecond) + (2 * growth * index)));
}
