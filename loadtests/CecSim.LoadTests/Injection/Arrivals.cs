namespace CecSim.LoadTests.Injection;

/// <summary>
/// When work begins, whatever has become of the work before: an open model, so that a slow server cannot slow its own
/// load down.
/// </summary>
internal abstract record Arrivals(TimeSpan During)
{
    /// <summary>How long after the beginning each one comes, the first one first.</summary>
    public abstract IEnumerable<TimeSpan> Moments();
}
