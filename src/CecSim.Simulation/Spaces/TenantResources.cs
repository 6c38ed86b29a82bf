namespace CecSim.Simulation.Spaces;

/// <summary>
/// "Resource Information" of a tenant (Connection Bar, figure 4-1): how many agents of each type, and how many voice
/// calls at once. Null is for as many as one likes.
/// </summary>
public sealed record TenantResources
{
    public const int Max = 1_000_000;

    public int? VoiceAgents { get; init; }

    public int? VideoAgents { get; init; }

    public int? MultimediaAgents { get; init; }

    public int? VersatileAgents { get; init; }

    /// <summary>Agents with intelligent recognition, whatever their type (table 4-4).</summary>
    public int? IntelligentAgents { get; init; }

    public int? MaxConcurrentVoiceCalls { get; init; }

    public int? Of(AgentType type) => type switch
    {
        AgentType.Voice => VoiceAgents,
        AgentType.Video => VideoAgents,
        AgentType.Multimedia => MultimediaAgents,
        AgentType.Versatile => VersatileAgents,
    };

    /// <summary>
    /// "If the number is 0, the voice and video agent feature is disabled" (4.1): each medium by itself, where there
    /// may be no agents named after it and no versatile ones either.
    /// </summary>
    public bool Has(MediaAbility media) =>
        VersatileAgents != 0 || Of(media == MediaAbility.Video ? AgentType.Video : AgentType.Voice) != 0;
}
