namespace CecSim.Simulation.Calls;

/// <summary>
/// <c>causeId</c> and <c>causeDesc</c> of a final event: the CTI platform's cause code and description.
/// The documents print -1 and no text, so -1 is the default.
/// </summary>
public sealed record Cause(int CauseId, string CauseDesc)
{
    public const int Unstated = -1;

    public static readonly Cause Released = new(Unstated, "call released");
    public static readonly Cause Dropped = new(Unstated, "released by the customer");
    public static readonly Cause QueueTimeout = new(Unstated, "queue timeout");
    public static readonly Cause Failed = new(Unstated, "call failed");
}
