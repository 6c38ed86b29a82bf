namespace CecSim.Simulation.Clock;

/// <summary>Moving time by hand, and waiting in space time.</summary>
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

    /// <summary>Waits in space time.</summary>
    public async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AgendaEntry entry;
        using (Enter())
        {
            entry = At(_now + wait, "wait", () =>
            {
                WaitEnds();
                over.TrySetResult();
            });
            WaitBegins();
        }

        try
        {
            await over.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var turn = Enter();
            if (!entry.IsOver)
            {
                Cancel(entry);
                WaitEnds();
            }
        }
    }

    /// <summary>Something was released to a client, who does not have it yet.</summary>
    internal void HandingOver(IHandover handover) => _handovers.Add(handover);

    internal void HandedOver(IHandover handover) => _handovers.Remove(handover);
}
