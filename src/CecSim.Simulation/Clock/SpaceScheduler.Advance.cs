namespace CecSim.Simulation.Clock;

/// <summary>Moving time by hand.</summary>
public sealed partial class SpaceScheduler
{
    private readonly HashSet<IPendingDelivery> _handovers = [];
    private readonly HashSet<InFlightRequest> _moving = [];

    // Two that move time at once would each measure from where the other has just brought it.
    private readonly SemaphoreSlim _mover = new(1);

    private int _pausesCount;

    /// <summary>
    /// Lets time pass at once: everything that falls due happens in order, and what that makes due as well. Where that
    /// lets a delayed request go on, time stands still until the request is held again or over. Ends when the answers
    /// that were released on the way have been handed to their clients.
    /// </summary>
    /// <remarks>Time goes no further than to <see cref="ClockSettings.Latest"/>.</remarks>
    /// <param name="heedsBreakpoints">Whether what stands at a breakpoint keeps time from moving.</param>
    /// <returns>False when time that is frozen did not come so far: a message stands at a breakpoint.</returns>
    /// <exception cref="SpaceFailedException">The space has failed, or fails by what falls due.</exception>
    public Task<bool> AdvanceAsync(
        TimeSpan by, CancellationToken cancellationToken, bool heedsBreakpoints = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return MoveAsync(
            () => by < ClockSettings.Latest - _now ? _now + by : ClockSettings.Latest,
            heedsBreakpoints,
            cancellationToken);
    }

    /// <summary>
    /// Lets time pass as <see cref="AdvanceAsync"/> does, but no further than to the next moment at which something is
    /// due, so that whoever watches misses none.
    /// </summary>
    public Task<bool> AdvanceToNextDueAsync(DateTimeOffset noLaterThan, CancellationToken cancellationToken) =>
        MoveAsync(
            () => _timers.NextDue() is { } due && due < noLaterThan ? due : noLaterThan,
            heedsBreakpoints: true,
            cancellationToken);

    /// <summary>Lets time pass as <see cref="AdvanceAsync"/> does, until the next thing is due.</summary>
    public Task<bool> AdvanceToNextAsync(CancellationToken cancellationToken) =>
        MoveAsync(() => _timers.NextDue() ?? _now, heedsBreakpoints: true, cancellationToken);

    // Whoever moves time next need not wait for clients to take what this move released.
    private async Task<bool> MoveAsync(
        Func<DateTimeOffset> findTarget, bool heedsBreakpoints, CancellationToken cancellationToken)
    {
        Move moved;
        await _mover.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            moved = await ReachAsync(findTarget, heedsBreakpoints, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _mover.Release();
        }

        await moved.HandedOver.WaitAsync(cancellationToken).ConfigureAwait(false);
        return moved.IsThere;
    }

    private async Task<Move> ReachAsync(
        Func<DateTimeOffset> findTarget, bool heedsBreakpoints, CancellationToken cancellationToken)
    {
        DateTimeOffset? target = null;
        while (true)
        {
            Task resting;
            using (Enter())
            {
                ThrowIfFailed();

                // What a request that is under way will wait for is not on the agenda yet.
                target ??= _moving.Count == 0 ? findTarget() : null;
                if (target is { } moment && MoveTowards(moment, heedsBreakpoints))
                {
                    return new Move(IsThere: true, HandedOver());
                }

                if (heedsBreakpoints && IsPaused)
                {
                    return new Move(IsThere: false, HandedOver());
                }

                resting = Task.WhenAll(_moving.Select(e => e.WhenResting));
            }

            await resting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task HandedOver() => Task.WhenAll(_handovers.Select(h => h.WhenSettled()));

    private bool IsPaused => _pausesCount > 0 && _clock.IsFrozen;

    /// <returns>False where a request, or a breakpoint, keeps time from moving on.</returns>
    private bool MoveTowards(DateTimeOffset moment, bool heedsBreakpoints)
    {
        var target = moment < ClockSettings.Latest ? moment : ClockSettings.Latest;
        while (_failure is null && MayMove() && _timers.TakeDue(target) is { } entry)
        {
            FireAt(entry);
        }

        ThrowIfFailed();
        var isThere = MayMove();
        if (isThere && target > _now)
        {
            MoveNow(target);
        }

        _clock.MoveTo(_now);
        _alarmSetFor = DateTimeOffset.MaxValue;
        return isThere;

        bool MayMove() => _moving.Count == 0 && !(heedsBreakpoints && IsPaused);
    }

    /// <summary>A message stands at a breakpoint.</summary>
    internal void BeginPause() => _pausesCount++;

    internal void EndPause() => _pausesCount--;

    /// <summary>Something was released to a client, who does not have it yet.</summary>
    internal void HandingOver(IPendingDelivery pendingDelivery) => _handovers.Add(pendingDelivery);

    internal void HandedOver(IPendingDelivery pendingDelivery) => _handovers.Remove(pendingDelivery);

    internal void Moves(InFlightRequest inFlight) => _moving.Add(inFlight);

    internal void Rests(InFlightRequest inFlight) => _moving.Remove(inFlight);

    /// <param name="HandedOver">Ends when the answers that were released on the way have been handed over.</param>
    private readonly record struct Move(bool IsThere, Task HandedOver);
}
