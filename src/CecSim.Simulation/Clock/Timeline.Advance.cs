namespace CecSim.Simulation.Clock;

/// <summary>Moving time by hand.</summary>
public sealed partial class Timeline
{
    private readonly HashSet<IHandover> _handovers = [];

    /// <summary>
    /// Lets time pass at once: everything that falls due happens in order, and what that makes due as well.
    /// Ends when the answers that were released on the way have been handed to their clients.
    /// </summary>
    /// <exception cref="InvalidOperationException">An entry re-arms itself without letting time pass.</exception>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return MoveAsync(() => _now + by, cancellationToken);
    }

    /// <summary>
    /// Lets time pass as <see cref="AdvanceAsync"/> does, but no further than to the next moment at which something is
    /// due, so that whoever watches misses none.
    /// </summary>
    public Task AdvanceToNextDueAsync(DateTimeOffset noLaterThan, CancellationToken cancellationToken) =>
        MoveAsync(
            () => _agenda.NextDue() is { } due && due < noLaterThan ? due : noLaterThan > _now ? noLaterThan : _now,
            cancellationToken);

    private async Task MoveAsync(Func<DateTimeOffset> findTarget, CancellationToken cancellationToken)
    {
        Task handedOver;
        using (Enter())
        {
            var target = findTarget();
            RunDue(target);
            _clock.MoveTo(target);
            _alarmSetFor = DateTimeOffset.MaxValue;
            handedOver = Task.WhenAll(_handovers.Select(h => h.WhenSettled()));
        }

        await handedOver.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Something was released to a client, who does not have it yet.</summary>
    internal void HandingOver(IHandover handover) => _handovers.Add(handover);

    internal void HandedOver(IHandover handover) => _handovers.Remove(handover);
}
