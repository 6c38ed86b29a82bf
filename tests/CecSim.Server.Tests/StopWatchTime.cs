namespace CecSim.Server.Tests;

/// <summary>Real time whose stopwatch moves only by hand.</summary>
internal sealed class StopWatchTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
