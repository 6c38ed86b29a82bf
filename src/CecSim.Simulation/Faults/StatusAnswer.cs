namespace CecSim.Simulation.Faults;

/// <summary>Any HTTP status, with a body of one's own or the vendor's error body.</summary>
public sealed record StatusAnswer(int Code, string? Body = null) : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.AnswerStatusAsync(Code, Body);
        return FaultProgress.Answered;
    }
}
