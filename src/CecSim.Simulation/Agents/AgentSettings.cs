namespace CecSim.Simulation.Agents;

/// <summary>An agent of the contact centre (Connection Bar, table 4-4).</summary>
public sealed record AgentSettings
{
    public const int WorkNoMin = 101;
    public const int WorkNoMax = 999_999;

    public required int WorkNo { get; init; }

    /// <summary>It is mandatory in CEC. A callout agent may do whatever a common one may.</summary>
    public AgentRole Role { get; init; } = AgentRole.Callout;

    public AgentType Type { get; init; } = AgentType.Versatile;

    /// <summary>What customers see as the agent's name in a chat.</summary>
    public string? Name { get; init; }

    /// <summary>The linked business account; null when none is linked.</summary>
    public string? AccountCode { get; init; }

    public string? SipAccount { get; init; }

    public string? SipPassword { get; init; }

    /// <summary>
    /// Whether its phone answers by itself when asked to (<c>answer-after</c>): then an answer at the bar picks it up.
    /// </summary>
    public bool PhoneAnswersItself { get; init; }

    /// <summary>"Agent Mobile/Fixed-Line Number"; null for none.</summary>
    public string? MobileNumber { get; init; }

    /// <summary>"Agent Number Anonymization Flag": for a third party to read, "not a feature switch".</summary>
    public bool Anonymized { get; init; }

    /// <summary>"Intelligent Recognition": counts against the intelligent agents of the tenant.</summary>
    public bool Intelligent { get; init; }

    /// <summary>"SinglePhone Agent Recognition": it may sign in by a phone, once there are phones.</summary>
    public bool SinglePhone { get; init; }

    /// <summary>The queues that it serves; null for all that its type can process.</summary>
    public IReadOnlyList<AgentSkill>? Skills { get; init; }

    /// <summary>How many text sessions it holds at once.</summary>
    public int MaxChats { get; init; } = 5;

    public AgentBehavior Conduct { get; init; } = new();
}

/// <summary>Which businesses an agent can process (Connection Bar, table 4-4).</summary>
public enum AgentType
{
    Voice,
    Video,
    Multimedia,
    Versatile,
}

/// <summary>Platform Role (Connection Bar, table 4-4).</summary>
public enum AgentRole
{
    /// <summary>"This role can answer or transfer inbound calls."</summary>
    Common,

    /// <summary>It coaches others in their calls, and is given none.</summary>
    QualityChecker,

    /// <summary>"This role can answer, transfer, or reject inbound calls."</summary>
    Callout,
}

/// <summary>An agent's place in a skill queue (Connection Bar, figure 4-5).</summary>
/// <param name="AgentWeight">Among the free agents of a queue the heaviest is taken first.</param>
/// <param name="SkillWeight">Among the queues of a free agent the heaviest is served first.</param>
public sealed record AgentSkill(string Queue, int AgentWeight = 1, int SkillWeight = 1);

/// <summary>A rest that an agent takes again and again, as soon as it is free.</summary>
/// <param name="Every">From signing in, or from the end of a rest, to the next rest.</param>
/// <param name="For">How long it rests.</param>
/// <param name="Allowed">After so long it is reminded that its rest is over (AgentState_Rest_Timeout).</param>
public sealed record AgentRest(TimeSpan Every, TimeSpan For, TimeSpan Allowed);

/// <summary>Agents by number, each made from the pattern with a work number, a name and accounts of its own.</summary>
/// <param name="Pattern">Its work number is the first one's; the others follow.</param>
public sealed record AgentPopulation(int Count, AgentSettings Pattern)
{
    public const int CountMax = 10_000;
}
