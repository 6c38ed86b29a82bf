namespace CecSim.Simulation.Clock;

/// <summary>
/// A request that a delay holds up, as far as time is concerned: it rests while it is held, moves when its time has
/// come, and rests again when it is held anew or has ended. Time moved by hand stands still while an errand moves.
/// </summary>
public sealed class InFlightRequest(SpaceScheduler scheduler)
{
    private TaskCompletionSource? _resting;

    /// <summary>The request is held again, or over. Safe to repeat.</summary>
    public void MarkIdle()
    {
        using var lockScope = scheduler.Enter();
        RestNow();
    }

    /// <summary>Ends when the request rests. Called within the timeline's lock, like the rest.</summary>
    internal Task WhenResting => _resting?.Task ?? Task.CompletedTask;

    internal void Move()
    {
        _resting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Moves(this);
    }

    internal void RestNow()
    {
        scheduler.Rests(this);
        _resting?.SetResult();
        _resting = null;
    }
}

/// <summary>An answer on its way to a client.</summary>
internal interface IPendingDelivery
{
    /// <summary>Ends when the answer is written or the client is gone. Called within the timeline's lock.</summary>
    Task WhenSettled();
}
