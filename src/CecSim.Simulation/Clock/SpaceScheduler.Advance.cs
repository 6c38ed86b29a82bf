namespace CecSim.Simulation.Clock;

/// <summary>Moving time by hand.</summary>
public sealed partial class SpaceScheduler
{
    private readonly HashSet<IPendingDelivery> _handovers = [];
    private readonly HashSet<InFlightRequest> _moving = [];

    // Two that move time at once would each measure from where the other has just brought it.
    private readonly SemaphoreSlim _mover = new(1);

    /// <summary>
    /// Lets time pass at once: everything that falls due happens in order, and what that makes due as well. Where that
    /// lets a delayed request go on, time stands still until the request is held again or over. Ends when the answers
    /// that were released on the way have been handed to their clients.
    /// </summary>
    /// <remarks>Time goes no further than to <see cref="ClockSettings.Latest"/>.</remarks>
    /// <exception cref="SpaceFailedException">The space has failed, or fails by what falls due.</exception>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return MoveAsync(() => by < ClockSettings.Latest - _now ? _now + by : ClockSettings.Latest, cancellationToken);
    }

    /// <summary>
    /// Lets time pass as <see cref="AdvanceAsync"/> does, but no further than to the next moment at which something is
    /// due, so that whoever watches misses none.
    /// </summary>
    public Task AdvanceToNextDueAsync(DateTimeOffset noLaterThan, CancellationToken cancellationToken) =>
        MoveAsync(
            () => _timers.NextDue() is { } due && due < noLaterThan ? due : noLaterThan,
            cancellationToken);

    /// <summary>Lets time pass as <see cref="AdvanceAsync"/> does, until the next thing is due.</summary>
    public Task AdvanceToNextAsync(CancellationToken cancellationToken) =>
        MoveAsync(() => _timers.NextDue() ?? _now, cancellationToken);

    // Whoever moves time next need not wait for clients to take what this move released.
    private async Task MoveAsync(Func<DateTimeOffset> findTarget, CancellationToken cancellationToken)
    {
        Task handedOver;
        await _mover.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            handedOver = await ReachAsync(findTarget, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _mover.Release();
        }

        await handedOver.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Ends when the answers that were released on the way have been handed over.</returns>
    private async Task<Task> ReachAsync(Func<DateTimeOffset> findTarget, CancellationToken cancellationToken)
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
                if (target is { } moment && MoveTowards(moment))
                {
                    return Task.WhenAll(_handovers.Select(h => h.WhenSettled()));
                }

                resting = Task.WhenAll(_moving.Select(e => e.WhenResting));
            }

            await resting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>False where an errand keeps time from moving on.</returns>
    private bool MoveTowards(DateTimeOffset moment)
    {
        var target = moment < ClockSettings.Latest ? moment : ClockSettings.Latest;
        while (_failure is null && _moving.Count == 0 && _timers.TakeDue(target) is { } entry)
        {
            FireAt(entry);
        }

        ThrowIfFailed();
        var isThere = _moving.Count == 0;
        if (isThere && target > _now)
        {
            MoveNow(target);
        }

        _clock.MoveTo(_now);
        _alarmSetFor = DateTimeOffset.MaxValue;
        return isThere;
    }

    /// <summary>Something was released to a client, who does not have it yet.</summary>
    internal void HandingOver(IPendingDelivery pendingDelivery) => _handovers.Add(pendingDelivery);

    internal void HandedOver(IPendingDelivery pendingDelivery) => _handovers.Remove(pendingDelivery);

    internal void Moves(InFlightRequest inFlight) => _moving.Add(inFlight);

    internal void Rests(InFlightRequest inFlight) => _moving.Remove(inFlight);
}
