namespace CecSim.Simulation.Faults;

/// <summary>429, with or without word on when to come back.</summary>
public sealed record TooManyRequests(TimeSpan? RetryAfter = null) : RequestFault
{
    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        await target.AnswerTooManyRequestsAsync(RetryAfter);
        return FaultProgress.Answered;
    }
}
