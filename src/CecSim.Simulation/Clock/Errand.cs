namespace CecSim.Simulation.Clock;

/// <summary>
/// A request that a delay holds up, as far as time is concerned: it rests while it is held, moves when its time has
/// come, and rests again when it is held anew or has ended. Time moved by hand stands still while an errand moves.
/// </summary>
public sealed class Errand(Timeline timeline)
{
    private TaskCompletionSource? _resting;

    /// <summary>The request is held again, or over. Safe to repeat.</summary>
    public void Rest()
    {
        using var turn = timeline.Enter();
        RestNow();
    }

    /// <summary>Ends when the request rests. Called within the timeline's lock, like the rest.</summary>
    internal Task WhenResting => _resting?.Task ?? Task.CompletedTask;

    internal void Move()
    {
        _resting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        timeline.Moves(this);
    }

    internal void RestNow()
    {
        timeline.Rests(this);
        _resting?.SetResult();
        _resting = null;
    }
}
