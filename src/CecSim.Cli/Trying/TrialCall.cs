using CecSim.Simulation.Calls;
using CecSim.Simulation.Spaces;

namespace CecSim.Cli.Trying;

/// <summary>A call to try a scenario with.</summary>
/// <param name="RuleNumber">The rule that decides it, from 1; null when the contact centre does.</param>
internal sealed record TrialCall(int? RuleNumber, MediaAbility Media, string UserId, string ChannelId)
{
    private static readonly MediaAbility[] AllMedia = [MediaAbility.Voice, MediaAbility.Video];

    /// <summary>
    /// What may stand for a star or a question mark: a rule further up may take one of them for itself, hardly all.
    /// </summary>
    private static readonly string[] Fillings = ["customer", "u1", "7", "x-y_z"];

    /// <summary>A call for each rule, or null where none is found; one call where there is no rule.</summary>
    public static IEnumerable<(int? RuleNumber, TrialCall? Call)> For(SpaceSettings space)
    {
        if (space.Calls.Count == 0)
        {
            var call = new TrialCall(null, MediaAbility.Voice, Fillings[0], space.Channels[0].Id);
            return [(null, call)];
        }

        return space.Calls.Select((rule, index) => ((int?)(index + 1), FindFor(rule, index, space)));
    }

    private static TrialCall? FindFor(CallRule rule, int index, SpaceSettings space)
    {
        var candidates =
            from filling in Fillings
            from channel in space.Channels.Select(c => c.Id)
            from media in AllMedia
            select new TrialCall(index + 1, media, UserFor(rule.Match.UserId ?? "*", filling), channel);
        return candidates.FirstOrDefault(
            c => space.Calls.First(r => r == rule || r.Match.Covers(c.Media, c.UserId, c.ChannelId)) == rule
                && rule.Match.Covers(c.Media, c.UserId, c.ChannelId));
    }

    private static string UserFor(string pattern, string filling) =>
        pattern.Replace("*", filling, StringComparison.Ordinal).Replace('?', filling[0]);
}
