namespace CecSim.Scenarios.Spaces;

/// <summary>
/// What must be of one type across a space: the queues of an access code ("The type of the skill queue is the same as
/// that of the access code", Connection Bar, table 4-3), and a queue that calls are transferred to (table 4-2).
/// </summary>
internal static class SameTypes
{
    public static void Complain(SpaceSettings space, Node.Map map, ParseContext context)
    {
        var types = space.Queues.DistinctBy(q => q.Name).ToDictionary(q => q.Name, q => q.Type);
        ComplainOfRoutes(space.CalledRoutes, ItemsOf(map, "calledRoutes"), types, context);
        var staff = map.Find("agents")?.Value;
        ComplainOfTransfers(space.Agents, (staff as Node.List)?.Items ?? ItemsOf(staff, "list"), types, context);
        if (space.Population is { } population && staff is not null)
        {
            ComplainOfTransfers([population.Pattern], [staff], types, context);
        }
    }

    private static IReadOnlyList<Node> ItemsOf(Node? node, string key) =>
        (node as Node.Map)?.Find(key)?.Value is Node.List list ? list.Items : [];

    private static void ComplainOfRoutes(
        IReadOnlyList<CalledRoute> routes,
        IReadOnlyList<Node> nodes,
        Dictionary<string, QueueType> types,
        ParseContext context)
    {
        var first = new Dictionary<string, (QueueType Type, SourceLocation At)>();
        foreach (var (route, node) in routes.Zip(nodes.OfType<Node.Map>()))
        {
            var at = node.PlaceOf("queue");
            if (route.Queue is { } queue
                && types.TryGetValue(queue, out var type)
                && !first.TryAdd(route.AccessCode, (type, at))
                && first[route.AccessCode] is var other
                && other.Type != type)
            {
                context.Report(
                    at,
                    $"{Quote.Of(queue)} is a {QueueKinds.Of(type)}, and the access code " +
                    $"{Quote.Of(route.AccessCode)} is that of a {QueueKinds.Of(other.Type)} at line {other.At.Line}");
            }
        }
    }

    private static void ComplainOfTransfers(
        IReadOnlyList<AgentSettings> agents,
        IReadOnlyList<Node> nodes,
        Dictionary<string, QueueType> types,
        ParseContext context)
    {
        foreach (var (agent, node) in agents.Zip(nodes.OfType<Node.Map>()))
        {
            if (agent.Conduct.TransfersTo is { } queue
                && types.TryGetValue(queue, out var type)
                && !TypesOfContacts(agent, types).Contains(type))
            {
                context.Report(
                    node.PlaceOf("transfersTo"),
                    $"{Quote.Of(queue)} is a {QueueKinds.Of(type)}, and none of this agent's calls comes from one: " +
                    "a transfer stays within a type");
            }
        }
    }

    // What a versatile agent hands on are calls; its chats end with it.
    private static IEnumerable<QueueType> TypesOfContacts(AgentSettings agent, Dictionary<string, QueueType> types)
    {
        var served = agent.Skills is { } skills
            ? skills.Where(s => types.ContainsKey(s.Queue)).Select(s => types[s.Queue])
            : types.Values.Where(t => agent.Type.Suits(t));
        return served.Where(t => agent.Type == AgentType.Multimedia || t != QueueType.Multimedia);
    }
}
