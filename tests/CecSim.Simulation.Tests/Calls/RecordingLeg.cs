namespace CecSim.Simulation.Tests.Calls;

/// <summary>Media that do nothing but note what they are told.</summary>
internal sealed class RecordingLeg : IMediaLeg
{
    public List<string> Told { get; } = [];

    public void Joins(long callId, string accessCode) => Told.Add($"joins {callId}");

    public void CallEnded() => Told.Add("ended");

    public void AgentHolds(bool isHolding) => Told.Add($"holds {isHolding}");

    public void AgentMutes(bool isMuted) => Told.Add($"mutes {isMuted}");

    public void SetAgentPresent(bool isThere) => Told.Add($"agent {isThere}");

    public void SetAgentPhone(IPhoneLeg? phone)
    {
        if (phone is not null)
        {
            Told.Add("phone");
        }
    }

    public void ConnectionDrops() => Told.Add("drops");
}
