namespace CecSim.Server.Tests.Certificates;

/// <summary>A clock that stands still at a date.</summary>
internal sealed class DatedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public DatedClock Later(TimeSpan by) => new(now + by);
}
