namespace CecSim.Scenarios.Spaces;

/// <summary>
/// Settings that are sound and that nothing reads, so that nobody waits for what they would do: those of a voice or a
/// phone that is not built, and those that speak of something that is not there.
/// </summary>
internal static class IdleKeys
{
    public static void Warn(SpaceSettings space, Node.Map map, ParseContext context)
    {
        WarnOfQueues(space, ItemsOf(map, "queues"), context);
        WarnOfRoutes(space, ItemsOf(map, "calledRoutes"), context);
        WarnOfChannels(ItemsOf(map, "channels"), context);
        WarnOfAgents(space, AgentsOf(map), context);
        WarnOfBar(space, map.Find("connectionBar")?.Value, context);
    }

    private static void WarnOfQueues(SpaceSettings space, IReadOnlyList<Node.Map> queues, ParseContext context)
    {
        var reached = ReachedBy(space);
        foreach (var (queue, at) in space.Queues.Zip(queues))
        {
            if (queue.Type is QueueType.Voice or QueueType.Video && !reached.Contains(queue.Name))
            {
                var place = at.PlaceOf("type");
                context.AtTheEnd(() => WarnOfUnreached(queue.Name, place, context));
            }
        }
    }

    // Flows stand behind the space in a file, and may lead there too.
    private static void WarnOfUnreached(string queue, SourceLocation place, ParseContext context)
    {
        if (!context.Ids.IsReferredTo(QueueKinds.ForCalls, queue))
        {
            context.Warn(
                place,
                $"nothing leads to '{queue}': no called route does, and createClickToCall gives 13 where no queue is " +
                "of the type voiceClickToDial, or videoClickToDial for video");
        }
    }

    // Of calls that customers dial; those who click have queues of other types.
    private static HashSet<string?> ReachedBy(SpaceSettings space) =>
    [
        .. space.CalledRoutes.Select(r => r.Queue),
        .. space.Queues.SelectMany(OverflowShape.Keys).Select(o => o.Overflow.LeadsTo()),
        .. space.Agents.Select(a => a.Conduct.TransfersTo),
    ];

    private static void WarnOfRoutes(SpaceSettings space, IReadOnlyList<Node.Map> routes, ParseContext context)
    {
        var told = new HashSet<string>();
        foreach (var (route, at) in space.CalledRoutes.Zip(routes))
        {
            var type = space.Queues.FirstOrDefault(q => q.Name == route.Queue)?.Type;
            if (type == QueueType.Multimedia)
            {
                context.Warn(at.PlaceOf("queue"), "nobody is told this number: a text session has no access code");
            }
            else if (type is QueueType.VoiceClickToDial or QueueType.VideoClickToDial && !told.Add(route.Queue!))
            {
                context.Warn(at.PlaceOf("queue"), $"nobody is told this number: the first of '{route.Queue}' is told");
            }
        }
    }

    private static void WarnOfChannels(IReadOnlyList<Node.Map> channels, ParseContext context)
    {
        foreach (var at in channels.Where(c => c.Find("timeZone") is not null && c.Find("workingHours") is null))
        {
            context.Warn(at.PlaceOf("timeZone"), "'timeZone' says nothing without 'workingHours'");
        }
    }

    private static void WarnOfAgents(SpaceSettings space, IReadOnlyList<Node.Map> agents, ParseContext context)
    {
        var patterns = space.Agents.Zip(agents)
            .Concat(space.Population is { Pattern: var p } ? agents.TakeLast(1).Select(a => (p, a)) : []);
        foreach (var (agent, at) in patterns)
        {
            if (agent.Type is AgentType.Voice or AgentType.Video && at.Find("maxChats") is { } chats)
            {
                context.Warn(chats.Value.At, "'maxChats' says nothing: a voice or video agent has no text sessions");
            }
        }
    }

    private static void WarnOfBar(SpaceSettings space, Node? bar, ParseContext context)
    {
        var url = space.ConnectionBar.ValidateUrl;
        if (bar is not Node.Map map)
        {
            return;
        }

        if (url is null && map.Find("validateWithin") is { } within)
        {
            context.Warn(within.Value.At, "'validateWithin' says nothing without 'validateUrl'");
        }

        if (url?.Scheme != Uri.UriSchemeHttps && map.Find("certificateFile") is { } file)
        {
            context.Warn(file.Value.At, "'certificateFile' says nothing unless 'validateUrl' begins with https");
        }
    }

    /// <summary>The mappings of a list; a list has nothing else once it is read without a complaint.</summary>
    private static IReadOnlyList<Node.Map> ItemsOf(Node.Map map, string key) =>
        map.Find(key)?.Value is Node.List list ? [.. list.Items.OfType<Node.Map>()] : [];

    /// <summary>Those of the list, and behind them the mapping of those by number.</summary>
    private static IReadOnlyList<Node.Map> AgentsOf(Node.Map map) => map.Find("agents")?.Value is Node.Map numbered
        ? [.. ItemsOf(numbered, "list"), numbered]
        : ItemsOf(map, "agents");
}
