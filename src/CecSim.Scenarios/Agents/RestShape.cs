namespace CecSim.Scenarios.Agents;

/// <summary>The rests of an agent: <c>{ every: 1h, for: 10m, allowed: 5m }</c>.</summary>
internal static class RestShape
{
    // An agent that goes to rest a thousand times a second would fill an hour's advance with nothing else.
    private static readonly DurationShape Length = new("a rest", TimeSpan.FromSeconds(1), DurationShape.Day);

    public static readonly Shape<AgentRest> Rest =
        new ObjectShape<(TimeSpan Every, TimeSpan For, TimeSpan? Allowed)>(default)
            .Required("every", "how long it works before it rests.", Length, (r, time) => r with { Every = time })
            .Required("for", "how long it rests.", Length, (r, time) => r with { For = time })
            .Optional(
                "allowed",
                "after how long it is reminded; as long as it rests when absent.",
                Length,
                (r, time) => r with { Allowed = time })
            .To(r => new AgentRest(r.Every, r.For, r.Allowed ?? r.For));
}
