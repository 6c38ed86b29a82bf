using CecSim.Simulation.Calls;

namespace CecSim.Server.DryRuns;

/// <summary>A call to try a scenario with.</summary>
/// <param name="RuleNumber">The rule that decides it, from 1; null when the contact centre does.</param>
public sealed record DryRunCall(int? RuleNumber, MediaAbility Media, string UserId, string ChannelId)
{
    /// <summary>What its requests carry besides, because the rule asks for it.</summary>
    public IReadOnlyList<HeaderMatch> Headers { get; init; } = [];

    private static readonly MediaAbility[] AllMedia = [MediaAbility.Voice, MediaAbility.Video];

    /// <summary>
    /// What may stand for a star or a question mark: a rule further up may take one of them for itself, hardly all.
    /// </summary>
    private static readonly string[] Fillings = ["customer", "u1", "7", "x-y_z"];

    /// <summary>A call for each rule, or null where none is found; one call where there is no rule.</summary>
    internal static IEnumerable<(int? RuleNumber, DryRunCall? Call)> For(SpaceSettings space)
    {
        if (space.Calls.Count == 0)
        {
            var call = new DryRunCall(null, MediaAbility.Voice, Fillings[0], space.Channels[0].Id);
            return [(null, call)];
        }

        return space.Calls.Select((rule, index) => ((int?)(index + 1), FindFor(rule, index, space)));
    }

    private static DryRunCall? FindFor(CallRule rule, int index, SpaceSettings space)
    {
        var candidates =
            from filling in Fillings
            from channel in space.Channels.Select(c => c.Id)
            from media in AllMedia
            select new DryRunCall(index + 1, media, TextFor(rule.Match.UserId ?? "*", filling), channel)
            {
                Headers = [.. rule.Match.Headers.Select(h => h with { Value = TextFor(h.Value, filling) })],
            };
        return candidates.FirstOrDefault(
            c => RulesFor(index, space).First(r => r.Match.Covers(c.Attempt) || r == rule) == rule
                && rule.Match.Covers(c.Attempt));
    }

    /// <summary>A space in which the call is the one that its rule means, the only one that there is.</summary>
    internal SpaceSettings SpaceFor(SpaceSettings space)
    {
        if (RuleNumber is not { } number)
        {
            return space;
        }

        var rule = space.Calls[number - 1];
        var rules = RulesFor(number - 1, space).SkipLast(1);
        return space with { Calls = [.. rules, rule with { Match = rule.Match with { Nth = null, Every = null } }] };
    }

    // Rules further up that mean only some calls leave others to this one.
    private static IEnumerable<CallRule> RulesFor(int index, SpaceSettings space) =>
        space.Calls.Take(index).Where(r => !r.Match.Counts).Append(space.Calls[index]);

    private CallAttempt Attempt => new(
        Media,
        UserId,
        ChannelId,
        name => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value);

    private static string TextFor(string pattern, string filling) =>
        pattern.Replace("*", filling, StringComparison.Ordinal).Replace('?', filling[0]);
}
