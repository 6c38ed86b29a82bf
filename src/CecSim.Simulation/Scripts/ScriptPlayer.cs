using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Scripts;

/// <summary>Plays one line of steps: keeps its place and arms its deadlines. Guarded by the timeline.</summary>
internal sealed class ScriptPlayer(Timeline timeline, ScriptMachine machine, Draws draws)
{
    private ScriptTrack? _track;
    private AgendaEntry? _deadline;

    public bool IsPlaying => _track is not null;

    /// <summary>Sends an event, which may stop this player.</summary>
    public required Action<ScriptStep.Told> Tell { get; init; }

    public required Action FallSilent { get; init; }

    public void Play(Script script)
    {
        Stop();
        _track = ScriptTrack.Of(script);
        Follow();
    }

    /// <returns>Whether the steps had waited for it, and go on.</returns>
    public bool Take(CallSignal signal)
    {
        if (_track is not { } track)
        {
            return false;
        }

        var move = ScriptMachine.OnSignal(track, signal);
        _track = move.Next;
        if (move is ScriptMove.Rest)
        {
            return false;
        }

        timeline.Cancel(_deadline);
        Follow();
        return true;
    }

    public void Stop()
    {
        timeline.Cancel(_deadline);
        _track = null;
    }

    private void OnDue()
    {
        _track = ScriptMachine.OnTime(_track!, timeline.Now).Next;
        Follow();
    }

    // The place is kept before anything is done: an event that ends the call stops this player.
    private void Follow()
    {
        while (_track is { } track)
        {
            var move = machine.GoOn(track, timeline.Now, draws.Next());
            _track = move.Next;
            switch (move)
            {
                case ScriptMove.Tell told:
                    Tell(told.Step);
                    break;
                case ScriptMove.FallSilent:
                    FallSilent();
                    break;
                case ScriptMove.Rest rest:
                    _deadline = rest.Next!.DueAt is { } due ? timeline.At(due, "script step", OnDue) : null;
                    return;
            }
        }
    }
}
