namespace CecSim.Simulation.Ivr;

/// <summary>Plays flows to a caller at their times.</summary>
internal sealed class IvrPlayer(SpaceScheduler time, IReadOnlyDictionary<string, IvrFlow> flows, string name)
{
    private IvrState? _state;
    private ScheduledTimer? _next;

    public required Action<IReadOnlyList<Sound>> Say { get; init; }

    public required Action<IvrExit> Leave { get; init; }

    /// <summary>Another flow is somewhere else too, and not a part of this one.</summary>
    public bool LeavesForFlows { get; init; }

    /// <summary>The flow that the caller is in.</summary>
    public string Flow => _state?.Flow ?? name;

    /// <summary>The step of it, as <see cref="IvrState.Step"/> has it; null while none is under way.</summary>
    public string? Step => _state?.Step;

    public void Begin() => Do(IvrMachine.Begin(flows, name, time.Now));

    public void Press(string keys)
    {
        foreach (var key in keys)
        {
            if (_state is { } state)
            {
                Do(IvrMachine.Decide(state, new IvrInput.Pressed(key), flows, time.Now));
            }
        }
    }

    /// <summary>Nothing more comes. Safe to repeat.</summary>
    public void Stop()
    {
        _state = null;
        time.Cancel(_next);
    }

    private void Do(IvrDecision decision)
    {
        time.Cancel(_next);
        var exit = decision.Exit is null && LeavesForFlows && decision.State.Flow != name
            ? new IvrExit.ToFlow(decision.State.Flow)
            : decision.Exit;
        if (decision.Says is { } sounds && exit is not IvrExit.ToFlow)
        {
            Say(sounds);
        }

        if (exit is not null)
        {
            Stop();
            Leave(exit);
            return;
        }

        _state = decision.State;
        _next = time.At(_state.Deadline!.Value, "IVR", GoOn);
    }

    private void GoOn() => Do(IvrMachine.Decide(_state!, new IvrInput.TimePassed(), flows, time.Now));
}
