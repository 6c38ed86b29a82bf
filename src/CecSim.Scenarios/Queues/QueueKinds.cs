namespace CecSim.Scenarios.Queues;

/// <summary>A queue's name is an id of several kinds, so that who refers to it can ask for one that fits.</summary>
internal static class QueueKinds
{
    public const string Any = "queue";

    /// <summary>All but those of text sessions.</summary>
    public const string ForCalls = "queue of calls";

    public static string Of(QueueType type) => type switch
    {
        QueueType.Voice => "voice queue",
        QueueType.Multimedia => "multimedia queue",
        QueueType.Video => "video queue",
        QueueType.VoiceClickToDial => "voice click-to-dial queue",
        QueueType.VideoClickToDial => "video click-to-dial queue",
    };

    /// <summary>What an agent of a type can process; <see cref="QueueTypes"/> tells which queues that are.</summary>
    public static string For(AgentType type) => type switch
    {
        AgentType.Voice => "queue for voice agents",
        AgentType.Video => "queue for video agents",
        AgentType.Multimedia => Of(QueueType.Multimedia),
        AgentType.Versatile => Any,
    };

    /// <summary>The kinds of a queue's name beside the common one; all of them when its type is unreadable.</summary>
    public static IReadOnlyList<string> Narrower(QueueType? type) =>
        type is { } one ? [.. NarrowerOf(one)] : [.. Enum.GetValues<QueueType>().SelectMany(NarrowerOf).Distinct()];

    private static IEnumerable<string> NarrowerOf(QueueType type)
    {
        yield return Of(type);
        if (type != QueueType.Multimedia)
        {
            yield return ForCalls;
        }

        foreach (var agent in (AgentType[])[AgentType.Voice, AgentType.Video])
        {
            if (agent.Suits(type))
            {
                yield return For(agent);
            }
        }
    }
}
