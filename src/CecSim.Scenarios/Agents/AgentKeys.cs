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

    public static ObjectShape<AgentSettings> Of(AgentType? type)
    {
        var queues = QueueKinds.For(type ?? AgentType.Versatile);
        return new ObjectShape<AgentSettings>(Start)
            .Optional(
                "role",
                "what it may do: only callout may decline, and qualityChecker gets no calls.",
                Role,
                (a, role) => a with { Role = role },
                a => a.Role)
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
                "phoneAnswersItself",
                "whether its phone answers when asked to (answer-after=0), so that the bar's answer picks it up.",
                ChannelShape.YesOrNo,
                (a, on) => a with { PhoneAnswersItself = on },
                a => a.PhoneAnswersItself)
            .Optional(
                "anonymized",
                "the flag by which others know that its number is not shown.",
                ChannelShape.YesOrNo,
                (a, on) => a with { Anonymized = on },
                a => a.Anonymized)
            .Optional(
                "intelligent",
                "whether it is an intelligent agent, of which a tenant has a number.",
                ChannelShape.YesOrNo,
                (a, on) => a with { Intelligent = on },
                a => a.Intelligent)
            .Optional(
                "singlePhone",
                "whether it may sign in by a phone.",
                ChannelShape.YesOrNo,
                (a, on) => a with { SinglePhone = on },
                a => a.SinglePhone)
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
            .Including(ConductShape.Of(queues), a => a.Conduct, (a, conduct) => a with { Conduct = conduct })
            .Rule(OnlyWhoMayDeclines);
    }

    private static void OnlyWhoMayDeclines(AgentSettings agent, Node.Map map, ParseContext context)
    {
        if (agent.Conduct.Declines > 0 && agent.Role != AgentRole.Callout)
        {
            context.Report(
                map.PlaceOf("declines"), "only the role callout may reject a call (Connection Bar, table 4-4)");
        }
    }
}
