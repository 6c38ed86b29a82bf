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

    /// <summary>The customer hangs up by dropClickToCall.</summary>
    public sealed record Drop : CallInput;
}
