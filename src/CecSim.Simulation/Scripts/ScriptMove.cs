namespace CecSim.Simulation.Scripts;

/// <summary>What a line of steps does next.</summary>
/// <param name="Next">How far it has come then; null when it is over.</param>
internal abstract record ScriptMove(ScriptTrack? Next)
{
    /// <summary>Nothing that anybody would see; it goes on at once.</summary>
    public sealed record Pass(ScriptTrack Next) : ScriptMove(Next);

    /// <summary>Sends an event, and goes on at once.</summary>
    public sealed record Emit(ScriptTrack Next, ScriptStep.EventStep Step) : ScriptMove(Next);

    /// <summary>Waits for its due time, for an action, or for whichever comes first.</summary>
    public sealed record Wait(ScriptTrack Next) : ScriptMove(Next);

    /// <summary>There are no more steps.</summary>
    public sealed record End() : ScriptMove((ScriptTrack?)null);

    /// <summary>Nothing that belongs to the call's script may say anything any more.</summary>
    public sealed record FallSilent() : ScriptMove((ScriptTrack?)null);
}
