using CecSim.Simulation.Calls;

namespace CecSim.Simulation.Scripts;

/// <summary>One step of a call's script: an event to send, or time to let pass.</summary>
public abstract record ScriptStep
{
    private ScriptStep()
    {
    }

    /// <summary>168102 Call in queue.</summary>
    public sealed record Queued : ScriptStep;

    /// <summary>168101 Call connected; the content comes from the gateway.</summary>
    public sealed record Connected : ScriptStep;

    /// <summary>168106 Call transfered.</summary>
    public sealed record Transferred : ScriptStep;

    /// <summary>168110 Call disconnected. Ends the call.</summary>
    public sealed record Released(Cause Cause) : ScriptStep;

    /// <summary>168103 Call queue timeout. Ends the call.</summary>
    public sealed record QueueTimeout(Cause Cause) : ScriptStep;

    /// <summary>168105 Call failed. Ends the call.</summary>
    public sealed record Failed(Cause Cause) : ScriptStep;

    public sealed record Wait(TimeSpan For) : ScriptStep;

    /// <summary>Nothing more is ever sent: the client's own limits have to end the call.</summary>
    public sealed record Silent : ScriptStep;
}
