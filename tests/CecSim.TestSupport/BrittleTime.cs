using System.Diagnostics;

namespace CecSim.Tests;

/// <summary>A clock that breaks once, where a test says: whatever runs asks for the time or arms a timer.</summary>
internal sealed class BrittleTime(TimeProvider sound) : TimeProvider
{
    public const string Broken = "the clock broke";

    private string? _method;

    /// <summary>Whether it has broken where it was to.</summary>
    public bool HasBroken { get; private set; }

    public override long TimestampFrequency => sound.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => sound.LocalTimeZone;

    /// <param name="method">The name of one that asks for the time, or that calls whoever asks.</param>
    public void BreakIn(string method) => Volatile.Write(ref _method, $".{method}(");

    public override DateTimeOffset GetUtcNow()
    {
        BreakHere();
        return sound.GetUtcNow();
    }

    public override long GetTimestamp()
    {
        BreakHere();
        return sound.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        BreakHere();
        return new BrittleTimer(this, sound.CreateTimer(callback, state, dueTime, period));
    }

    private void BreakHere()
    {
        if (Volatile.Read(ref _method) is { } method
            && new StackTrace().ToString().Contains(method, StringComparison.Ordinal)
            && Interlocked.CompareExchange(ref _method, null, method) == method)
        {
            HasBroken = true;
            throw new InvalidTimeZoneException(Broken);
        }
    }

    private sealed class BrittleTimer(BrittleTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.BreakHere();
            return timer.Change(dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
