namespace CecSim.Telephony.Calling;

/// <summary>The clock of one call, and whoever wants to be told of its steps.</summary>
internal sealed class CallSteps(CallPlan plan, TimeProvider clock)
{
    private readonly long _beganAt = clock.GetTimestamp();

    public TimeSpan Now => clock.GetElapsedTime(_beganAt);

    public TimeProvider Clock => clock;

    public void Tell(CallStepKind kind, TimeSpan beganAt, bool isDone, string detail) =>
        plan.Tell?.Invoke(new CallStep(kind, beganAt, Now, isDone, detail));
}
