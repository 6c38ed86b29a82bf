using System.Collections.Concurrent;

namespace CecSim.Guarding;

/// <summary>
/// Where everything runs that nobody waits for: timers, work items, loops, callbacks, tasks without an awaiter. What
/// is thrown there would end the process or be lost. Here it is logged once a kind, counted, and made the failure of
/// whatever caused it; all else goes on.
/// </summary>
/// <remarks>
/// One for a process. Each of its methods takes the place in words, which names the kind and so has to be a constant,
/// and what fails by it: a space, a call, a connection. That is told under whatever locks the work was under.
/// </remarks>
public sealed class Guard(IGuardLog log)
{
    /// <summary>A kind more than this is counted with the last: places are constants, so there should be few.</summary>
    public const int KindsMax = 200;

    private readonly ConcurrentDictionary<(string Place, Type Error), Kind> _kinds = new();
    private readonly ConcurrentDictionary<string, Nuisance> _nuisances = new(StringComparer.Ordinal);
    private readonly Kind _furtherKinds = new(new Failure("any other place", new InvalidOperationException()));

    /// <summary>What failed so far, by kind.</summary>
    public IReadOnlyList<FailureKind> Failures =>
    [
        .. from kind in _kinds.Values.Append(_furtherKinds)
           where kind.Count > 0
           orderby kind.First.Place, kind.First.Exception.GetType().Name
           select new FailureKind(
               kind.First.Place, kind.First.Exception.GetType().FullName!, kind.First.Why, kind.Count),
    ];

    /// <summary>What others did wrong so far, by name; those that never came too.</summary>
    public IReadOnlyList<Nuisance> Nuisances => [.. _nuisances.Values.OrderBy(n => n.Name, StringComparer.Ordinal)];

    /// <summary>The counter of that name. Whoever counts often keeps it.</summary>
    public Nuisance Nuisance(string name, string description) =>
        _nuisances.GetOrAdd(
            name,
            static (n, about) => new Nuisance(n, about.description, about.log),
            (description, log: new CountedLog(this, log)));

    /// <summary>Runs it here and now.</summary>
    /// <returns>Whether it came to its end.</returns>
    public bool Run(string place, Action work, Action<Failure>? fail = null)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e)
        {
            Report(place, e, fail);
            return false;
        }
    }

    /// <summary>Runs it from here on; the task never fails.</summary>
    public async Task RunAsync(string place, Func<Task> work, Action<Failure>? fail = null)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Report(place, e, fail);
        }
    }

    /// <summary>Runs it from here on, without anybody who waits for it.</summary>
    public void Start(string place, Func<Task> work, Action<Failure>? fail = null) =>
        Forget(RunAsync(place, work, fail));

    /// <summary>Runs it on the pool, outside of whatever locks are held here, without anybody who waits.</summary>
    public void Queue(string place, Action work, Action<Failure>? fail = null) =>
        Forget(RunOnPoolAsync(place, work, fail));

    /// <summary>Runs it on the pool. The task never fails.</summary>
    public Task RunOnPoolAsync(string place, Action work, Action<Failure>? fail = null) =>
        Task.Run(() => Run(place, work, fail));

    /// <summary>Runs it on a thread of its own. The task never fails.</summary>
    public Task RunOnThreadAsync(string place, Action work, Action<Failure>? fail = null) => Task.Factory.StartNew(
        () => Run(place, work, fail), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>A timer that ticks once.</summary>
    /// <param name="due">Null for one that is not armed yet.</param>
    public ITimer CreateTimer(
        TimeProvider clock, string place, Action tick, Action<Failure>? fail = null, TimeSpan? due = null) =>
        clock.CreateTimer(
            _ => Run(place, tick, fail), null, due ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Runs it when the token is cancelled.</summary>
    public CancellationTokenRegistration Register(
        string place, Action work, Action<Failure>? fail, CancellationToken token) =>
        token.UnsafeRegister(_ => Run(place, work, fail), null);

    /// <summary>The same where each closure counts: the state says what runs, and fails by it.</summary>
    public static CancellationTokenRegistration Register(IGuarded state, CancellationToken token) =>
        token.UnsafeRegister(static s => ((IGuarded)s!).Guard.Run((IGuarded)s!), state);

    /// <summary>An exception that was caught elsewhere.</summary>
    public Failure Report(string place, Exception exception, Action<Failure>? fail = null)
    {
        var failure = new Failure(place, exception);
        if (KindOf(failure).Add() == 1)
        {
            Tell(log, failure);
        }

        try
        {
            fail?.Invoke(failure);
        }
        catch (Exception e)
        {
            Report($"{place}, its end", e);
        }

        return failure;
    }

    // A log that throws, as on a full disk, must end nothing either: what it was told is counted all the same.
    private void Tell(IGuardLog log, Failure failure)
    {
        try
        {
            log.Failed(failure);
        }
        catch (Exception e)
        {
            CountSilent(e);
        }
    }

    private void CountSilent(Exception e) => KindOf(new Failure("log of failures", e)).Add();

    private static void Forget(Task neverFails)
    {
    }

    private void Run(IGuarded guarded)
    {
        try
        {
            guarded.Run();
        }
        catch (Exception e)
        {
            Report(guarded.Place, e, guarded.Fail);
        }
    }

    private Kind KindOf(Failure failure)
    {
        var key = (failure.Place, failure.Exception.GetType());
        return _kinds.TryGetValue(key, out var known) ? known
            : _kinds.Count >= KindsMax ? _furtherKinds
            : _kinds.GetOrAdd(key, static (_, first) => new Kind(first), failure);
    }

    private sealed class CountedLog(Guard guard, IGuardLog log) : IGuardLog
    {
        public void Failed(Failure first) => guard.Tell(log, first);

        public void Met(string nuisance, string? detail)
        {
            try
            {
                log.Met(nuisance, detail);
            }
            catch (Exception e)
            {
                guard.CountSilent(e);
            }
        }
    }

    private sealed class Kind(Failure first)
    {
        private long _count;

        public Failure First { get; } = first;

        public long Count => Interlocked.Read(ref _count);

        public long Add() => Interlocked.Increment(ref _count);
    }
}

/// <summary>Something that runs later, and fails if that throws.</summary>
public interface IGuarded
{
    Guard Guard { get; }

    string Place { get; }

    void Run();

    void Fail(Failure why);
}
