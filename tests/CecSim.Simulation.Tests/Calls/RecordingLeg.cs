using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Media that do nothing but note what they are told.</summary>
internal sealed class RecordingLeg : IMediaLeg
{
    public List<string> Told { get; } = [];

    public string AccessCode { get; private set; } = "";

    public void Joins(long callId, string accessCode)
    {
        AccessCode = accessCode;
        Told.Add($"joins {callId}");
    }

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

    public void SetTones(LegTones tones)
    {
        if (tones != default)
        {
            Told.Add($"tones {tones.Waiting} {tones.Keeping}");
        }
    }

    public void Say(IReadOnlyList<Sound> sounds) => 
        Told.Add($"says {string.Join(", ", sounds.Select(s => (s as Sound.Speech)?.Text ?? $"{s}"))}");

    public void Answer() => Told.Add("answers");

    public void SetAside(bool isAside) => Told.Add($"aside {isAside}");

    /// <summary>Who hears the customer and the agent at present.</summary>
    public IReadOnlyList<ConferencePhone> Others { get; private set; } = [];

    public void Confer(IReadOnlyList<ConferencePhone> others) => Others = others;

    public void ConnectionDrops() => Told.Add("drops");
}
