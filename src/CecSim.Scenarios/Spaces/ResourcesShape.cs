namespace CecSim.Scenarios.Spaces;

/// <summary>The <c>resources</c> of a space: what the tenant has been granted (Connection Bar, 4.1).</summary>
internal static class ResourcesShape
{
    private const string Unlimited = "any number when absent.";

    public static readonly ObjectShape<TenantResources> Resources =
        new ObjectShape<TenantResources>(new TenantResources())
            .Optional(
                "voiceAgents",
                $"agents of the type voice; {Unlimited}",
                Number,
                (r, n) => r with { VoiceAgents = n })
            .Optional(
                "videoAgents",
                $"agents of the type video; {Unlimited}",
                Number,
                (r, n) => r with { VideoAgents = n })
            .Optional(
                "multimediaAgents",
                $"agents of the type multimedia; {Unlimited}",
                Number,
                (r, n) => r with { MultimediaAgents = n })
            .Optional(
                "versatileAgents",
                $"agents of the type versatile; {Unlimited}",
                Number,
                (r, n) => r with { VersatileAgents = n })
            .Optional(
                "intelligentAgents",
                $"agents with 'intelligent', of whatever type; {Unlimited}",
                Number,
                (r, n) => r with { IntelligentAgents = n })
            .Optional(
                "maxConcurrentVoiceCalls",
                "voice calls of customers at once, waiting ones too; any number when absent.",
                Number,
                (r, n) => r with { MaxConcurrentVoiceCalls = n });

    private static NumberShape<int> Number => new("a number", 0, TenantResources.Max);

    /// <summary>No more agents than the tenant has.</summary>
    public static void Complain(SpaceSettings space, Node.Map map, ParseContext context)
    {
        if (map.Find("resources")?.Value is not Node.Map said)
        {
            return;
        }

        foreach (var type in Enum.GetValues<AgentType>())
        {
            var name = type.ToString();
            var key = $"{name.ToLowerInvariant()}Agents";
            ComplainOf(key, space.Resources.Of(type), a => a.Type == type, $"of the type {name.ToLowerInvariant()}");
        }

        ComplainOf("intelligentAgents", space.Resources.IntelligentAgents, a => a.Intelligent, "that are intelligent");

        void ComplainOf(string key, int? granted, Func<AgentSettings, bool> counts, string which)
        {
            var population = space.Population is { } many && counts(many.Pattern) ? many.Count : 0;
            var there = space.Agents.Count(counts) + population;
            if (there > granted)
            {
                var count = there.ToString(CultureInfo.InvariantCulture);
                context.Report(said.PlaceOf(key), $"the space has {count} agents {which}, more than '{key}'");
            }
        }
    }
}
