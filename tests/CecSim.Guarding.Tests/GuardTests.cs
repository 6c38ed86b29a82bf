using CecSim.Guarding;

namespace CecSim.Guarding.Tests;

/// <summary>What is thrown where nobody waits is told once a kind, counted, and fails what caused it.</summary>
public sealed class GuardTests
{
    private readonly GuardDiary _diary = new();
    private readonly Guard _guard;

    public GuardTests() => _guard = new Guard(_diary);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public void Failures_of_one_kind_are_logged_once_and_all_counted()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.False(_guard.Run("here", () => throw new InvalidOperationException($"number {i}")));
        }

        _guard.Run("here", () => throw new FormatException("another type"));
        _guard.Run("there", () => throw new FormatException("another place"));

        Assert.Equal(
            ["here failed inside CecSim: number 0", "here failed inside CecSim: another type",
                "there failed inside CecSim: another place"],
            _diary.Failures.Select(f => f.Why));
        Assert.Equal(
            [("here", "System.FormatException", 1L), ("here", "System.InvalidOperationException", 3),
                ("there", "System.FormatException", 1)],
            _guard.Failures.Select(f => (f.Place, f.ErrorType, f.Count)));
    }

    [Fact]
    public async Task Every_way_to_run_something_tells_the_culprit_and_throws_nowhere()
    {
        foreach (var (way, run) in Ways())
        {
            var culprit = new TaskCompletionSource<Failure>(TaskCreationOptions.RunContinuationsAsynchronously);
            await run(_guard, way, culprit.SetResult);

            Assert.Equal($"{way} failed inside CecSim: {way}", (await culprit.Task.WaitAsync(TestEnds)).Why);
        }
    }

    [Fact]
    public void The_list_of_ways_is_complete() => Assert.Equal(
        typeof(Guard).GetMethods()
            .Where(m => m.DeclaringType == typeof(Guard) && m.GetParameters().Any(p => p.Name is "fail" or "state"))
            .Select(m => m.Name).Distinct().Order(),
        Ways().Keys.Order());

    [Fact]
    public void A_culprit_that_cannot_even_fail_is_a_failure_of_its_own()
    {
        _guard.Run("work", () => throw new FormatException("first"), _ => throw new FormatException("second"));

        Assert.Equal(["work", "work, its end"], _diary.Failures.Select(f => f.Place));
    }

    [Fact]
    public void Kinds_without_number_are_counted_together()
    {
        for (var i = 0; i < Guard.KindsMax + 7; i++)
        {
            _guard.Run($"place {i}", () => throw new FormatException("it"));
        }

        Assert.Equal(7, _guard.Failures.Single(f => f.Place == "any other place").Count);
    }

    [Fact]
    public void A_nuisance_is_logged_the_first_time_in_legible_characters()
    {
        var nuisance = _guard.Nuisance("sip.unreadable", "A SIP message could not be read");
        nuisance.Add("\u001b[31mred\r\n" + new string('x', 500));
        nuisance.Add("another");

        Assert.Same(nuisance, _guard.Nuisance("sip.unreadable", ""));
        Assert.Equal([("sip.unreadable", 2L)], _guard.Nuisances.Select(n => (n.Name, n.Count)));
        var line = Assert.Single(_diary.Nuisances);
        Assert.StartsWith(
            @"A SIP message could not be read: \u001b[31mred\u000d\u000axxx", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 200, 300);
    }

    [Fact]
    public void A_log_that_throws_ends_nothing_and_all_is_counted()
    {
        var (guard, failed) = (new Guard(new FullDisk()), 0);

        guard.Run("here", () => throw new FormatException("it"), _ => failed++);
        guard.Nuisance("sip.stray", "A stray").Add("it");

        Assert.Equal(1, failed);
        Assert.Equal(1, Assert.Single(guard.Nuisances).Count);
        Assert.Equal(
            [("here", 1L), ("log of failures", 2L)], guard.Failures.Select(f => (f.Place, f.Count)));
    }

    private static Dictionary<string, Func<Guard, string, Action<Failure>, Task>> Ways()
    {
        static Exception Made(string way) => new FormatException(way);
        return new()
        {
            ["Run"] = (guard, way, fail) =>
            {
                guard.Run(way, () => throw Made(way), fail);
                return Task.CompletedTask;
            },
            ["RunAsync"] = (guard, way, fail) => guard.RunAsync(way, () => Task.FromException(Made(way)), fail),
            ["Start"] = (guard, way, fail) =>
            {
                guard.Start(way, () => Task.FromException(Made(way)), fail);
                return Task.CompletedTask;
            },
            ["Queue"] = (guard, way, fail) =>
            {
                guard.Queue(way, () => throw Made(way), fail);
                return Task.CompletedTask;
            },
            ["RunOnPoolAsync"] = (guard, way, fail) => guard.RunOnPoolAsync(way, () => throw Made(way), fail),
            ["RunOnThreadAsync"] = (guard, way, fail) => guard.RunOnThreadAsync(way, () => throw Made(way), fail),
            ["CreateTimer"] = async (guard, way, fail) =>
            {
                var fired = new TaskCompletionSource<Failure>(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var timer = guard.CreateTimer(
                    TimeProvider.System, way, () => throw Made(way), fired.SetResult);
                timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                fail(await fired.Task.WaitAsync(TestEnds));
            },
            ["Register"] = async (guard, way, fail) =>
            {
                using var source = new CancellationTokenSource();
                await using var closure = guard.Register(way, () => throw Made(way), fail: null, source.Token);
                await using var state = Guard.Register(new Brittle(guard, way, fail), source.Token);
                await source.CancelAsync();
            },
            ["Report"] = (guard, way, fail) =>
            {
                guard.Report(way, Made(way), fail);
                return Task.CompletedTask;
            },
        };
    }

    private sealed class FullDisk : IGuardLog
    {
        public void Failed(Failure first) => throw new IOException("No space left on device");

        public void Met(string nuisance, string? detail) => throw new IOException("No space left on device");
    }

    private sealed class Brittle(Guard guard, string way, Action<Failure> fail) : IGuarded
    {
        public Guard Guard => guard;

        public string Place => way;

        public void Run() => throw new FormatException(way);

        public void Fail(Failure why) => fail(why);
    }
}
