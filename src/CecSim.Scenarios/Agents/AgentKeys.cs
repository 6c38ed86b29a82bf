using CecSim.Scenarios.Queues;
using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Agents;

namespace CecSim.Scenarios.Agents;

/// <summary>The keys that agents by name and agents by number have in common (Connection Bar, table 4-4).</summary>
internal static class AgentKeys
{
    /// <summary>As long as a SIP password may be (queryAgentInfo).</summary>
    public const int SipCharsMax = 24;

    public static readonly NumberShape<int> WorkNo =
        new("a work number", AgentSettings.WorkNoMin, AgentSettings.WorkNoMax);

    public static readonly ChoiceShape<AgentType> Type = new(
        "an agent type",
        ("voice", AgentType.Voice),
        ("video", AgentType.Video),
        ("multimedia", AgentType.Multimedia),
        ("versatile", AgentType.Versatile));

    private static readonly ChoiceShape<AgentRole> Role = new(
        "a platform role",
        ("common", AgentRole.Common),
        ("qualityChecker", AgentRole.QualityChecker),
        ("callout", AgentRole.Callout));

    /// <summary>What an agent without keys is.</summary>
    public static AgentSettings Start { get; } = new() { WorkNo = AgentSettings.WorkNoMin };

    public static MapShape<AgentSettings> Of(AgentType? type)
    {
        var queues = QueueKinds.For(type ?? AgentType.Versatile);
        return new MapShape<AgentSettings>(Start)
            .Optional("role", "what it may do.", Role, (a, role) => a with { Role = role }, a => a.Role)
            .Optional(
                "type",
                "what it can process.",
                Type,
                (a, processed) => a with { Type = processed },
                a => a.Type)
            .Optional(
                "sipPassword",
                "what its phone registers with.",
                TextShape.VisibleAscii("a SIP password", SipCharsMax),
                (a, password) => a with { SipPassword = password })
            .Optional(
                "queues",
                "the queues that it serves; all that its type can process when absent.",
                SkillShape.ListOf(queues),
                (a, skills) => a with { Skills = skills })
            .Optional(
                "maxChats",
                "how many text sessions it holds at once.",
                new NumberShape<int>("a number of chats", 1, 100),
                (a, chats) => a with { MaxChats = chats },
                a => a.MaxChats)
            .Including(ConductShape.Of(queues), a => a.Conduct, (a, conduct) => a with { Conduct = conduct });
    }
}
