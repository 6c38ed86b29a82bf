namespace CecSim.Simulation.Calls;

/// <summary>What can happen to a call.</summary>
public abstract record CallInput
{
    private CallInput()
    {
    }

    public sealed record StartQueuing : CallInput;

    public sealed record Connect : CallInput;

    public sealed record Transfer : CallInput;

    public sealed record Release(Cause Cause) : CallInput;

    public sealed record QueueTimeout(Cause Cause) : CallInput;

    public sealed record Fail(Cause Cause) : CallInput;

    /// <summary>A script sends an event that no document knows.</summary>
    public sealed record Surprise(int EventId, bool IsFinal) : CallInput;

    /// <summary>The customer hangs up by dropClickToCall.</summary>
    public sealed record Drop : CallInput;
}
