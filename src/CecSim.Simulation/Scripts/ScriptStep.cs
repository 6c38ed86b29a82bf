using CecSim.Simulation.Calls;

namespace CecSim.Simulation.Scripts;

/// <summary>One step of a script: an event to send, time to let pass, an action to wait for, or more steps.</summary>
public abstract record ScriptStep
{
    private ScriptStep()
    {
    }

    /// <summary>A step that tells the client something.</summary>
    public abstract record Told : ScriptStep
    {
        private protected Told()
        {
        }

        /// <summary>What the event says in place of its own; null where it speaks for itself.</summary>
        public EventWording? Wording { get; init; }
    }

    /// <summary>168102 Call in queue.</summary>
    public sealed record Queued : Told;

    /// <summary>168101 Call connected; the content comes from the gateway.</summary>
    public sealed record Connected : Told;

    /// <summary>168106 Call transfered.</summary>
    public sealed record Transferred : Told;

    /// <summary>168110 Call disconnected. Ends the call.</summary>
    public sealed record Released(StatedCause Cause = default) : Told;

    /// <summary>168103 Call queue timeout. Ends the call.</summary>
    public sealed record QueueTimeout(StatedCause Cause = default) : Told;

    /// <summary>168105 Call failed. Ends the call.</summary>
    public sealed record Failed(StatedCause Cause = default) : Told;

    /// <summary>An event that no document knows, to see what a client makes of it.</summary>
    /// <param name="IsFinal">Whether the call ends with it.</param>
    public sealed record Unknown(int EventId, bool IsFinal = false) : Told;

    public sealed record Wait(WaitTime For) : ScriptStep;

    /// <summary>Waits for what the client does from here on; each action ends at most one wait of a script.</summary>
    /// <param name="Within">How long at most; null for as long as it takes.</param>
    /// <param name="Otherwise">What comes first when that time is up.</param>
    public sealed record Await(CallAction Action, TimeSpan? Within = null, Script? Otherwise = null) : ScriptStep;

    public sealed record Repeat(int Times, Script Steps) : ScriptStep;

    /// <summary>One branch, drawn by weight each time that the script comes here.</summary>
    public sealed record Choose(IReadOnlyList<ScriptBranch> Branches) : ScriptStep;

    /// <summary>The steps of a script that has a name.</summary>
    public sealed record Run(string Name) : ScriptStep;

    /// <summary>Nothing more is ever sent: the client's own limits have to end the call.</summary>
    public sealed record Silent : ScriptStep;
}
