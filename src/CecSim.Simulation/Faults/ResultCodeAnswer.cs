namespace CecSim.Simulation.Faults;

/// <summary>200 with a <c>resultCode</c> other than success.</summary>
/// <param name="Desc">Null for the documented text of that code, where there is one.</param>
public sealed record ResultCodeAnswer(string Code, string? Desc = null) : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.AnswerResultCodeAsync(Code, Desc);
        return FaultProgress.Answered;
    }
}
