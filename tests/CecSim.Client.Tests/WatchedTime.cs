using Microsoft.Extensions.Time.Testing;

namespace CecSim.Client.Tests;

/// <summary>
/// The client's clock: time that passes when a test says so, whatever the server's does. Pauses and timeouts that begin
/// can be waited for.
/// </summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly List<(Func<TimeSpan, bool> Fits, TaskCompletionSource<TimeSpan> Seen)> _expected = [];

    /// <summary>Waits for the next timer of a length.</summary>
    public Task<TimeSpan> WhenArmedAsync(Func<TimeSpan, bool> fits)
    {
        var seen = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _expected.Add((fits, seen));
        }

        return seen.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_gate)
        {
            foreach (var expected in _expected.Where(e => e.Fits(dueTime)).ToList())
            {
                _expected.Remove(expected);
                expected.Seen.SetResult(dueTime);
            }
        }

        return timer;
    }
}
