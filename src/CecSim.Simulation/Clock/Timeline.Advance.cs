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
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Task handedOver;
        using (Enter())
        {
            var target = _now + by;
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
