namespace CecSim.Simulation.Scripts;

/// <summary>One step of a script: an event to send, time to let pass, an action to wait for, or more steps.</summary>
public abstract record ScriptStep
{
    private ScriptStep()
    {
    }

    /// <summary>A step that tells the client something.</summary>
    public abstract record EventStep : ScriptStep
    {
        private protected EventStep()
        {
        }

        /// <summary>What the event says in place of its own; null where it speaks for itself.</summary>
        public EventWording? Wording { get; init; }
    }

    /// <summary>168102 Call in queue.</summary>
    public sealed record Queued : EventStep;

    /// <summary>168101 Call connected; the content comes from the gateway.</summary>
    public sealed record Connected : EventStep;

    /// <summary>168106 Call transfered.</summary>
    public sealed record Transferred : EventStep;

    /// <summary>168110 Call disconnected. Ends the call.</summary>
    public sealed record Released(StatedCause Cause = default) : EventStep;

    /// <summary>168103 Call queue timeout. Ends the call.</summary>
    public sealed record QueueTimeout(StatedCause Cause = default) : EventStep;

    /// <summary>168105 Call failed. Ends the call.</summary>
    public sealed record Failed(StatedCause Cause = default) : EventStep;

    /// <summary>An event that no document knows, to see what a client makes of it.</summary>
    /// <param name="IsFinal">Whether the call ends with it.</param>
    public sealed record Unknown(int EventId, bool IsFinal = false) : EventStep;

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

/// <summary>One of the ways that a script may take.</summary>
/// <param name="Weight">How often, beside the weights of the others.</param>
public sealed record ScriptBranch(int Weight, Script Steps);

/// <summary>Steps beside a call's script, for whenever the client does something.</summary>
/// <param name="Nth">Only when it does so for that time; null for each time.</param>
public sealed record CallHandler(CallAction Action, Script Do, int? Nth = null);
