namespace CecSim.Simulation.Agents;

/// <summary>The documented values of <c>reason</c>; 200 to 250 are an enterprise's own.</summary>
public static class NotReadyReason
{
    public const int None = 0;
    public const int OwnWish = 1;
    public const int LongNoAnswer = 2;
    public const int ForcedByInspector = 3;
    public const int Rest = 4;
    public const int PhoneUnavailable = 5;
    public const int RejectedCall = 7;
}
