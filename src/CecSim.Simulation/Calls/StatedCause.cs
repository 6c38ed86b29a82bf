namespace CecSim.Simulation.Calls;

/// <summary>What a script says of a cause. What it leaves out is as it would be without it.</summary>
public readonly record struct StatedCause(int? CauseId, string? CauseDesc)
{
    public static implicit operator StatedCause(Cause cause) => new(cause.CauseId, cause.CauseDesc);

    public Cause Or(Cause unlessSaid) => new(CauseId ?? unlessSaid.CauseId, CauseDesc ?? unlessSaid.CauseDesc);
}
