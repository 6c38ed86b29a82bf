namespace CecSim.Simulation.Clock;

/// <summary>One command after the other, each at one moment, so that they can be done again exactly so.</summary>
public sealed partial class SpaceScheduler
{
    private readonly SemaphoreSlim _turns = new(1);
    private DateTimeOffset? _standsAt;

    /// <summary>
    /// Waits until no other command is under way. From then on time stands still until the turn ends: when the command
    /// is done, or waits for something.
    /// </summary>
    public async Task<CommandTurn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        using (Enter())
        {
            _standsAt = _now;
        }

        return new CommandTurn(this);
    }

    internal void EndTurn()
    {
        lock (_gate)
        {
            _standsAt = null;
        }

        // Whatever has become due meanwhile.
        Enter().Dispose();
        _turns.Release();
    }
}

/// <summary>The right of one command to be the only one that is under way in a space.</summary>
public sealed class CommandTurn
{
    private SpaceScheduler? _time;

    internal CommandTurn(SpaceScheduler time) => _time = time;

    /// <summary>Lets the next command go on. Without effect when it has ended already.</summary>
    public void End() => Interlocked.Exchange(ref _time, null)?.EndTurn();
}
