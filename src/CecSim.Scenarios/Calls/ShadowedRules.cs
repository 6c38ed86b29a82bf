namespace CecSim.Scenarios.Calls;

/// <summary>
/// Rules to which nothing can come, because rules above them take all that they speak of. Only what is certain is said:
/// where patterns overlap in a way that is not plain, nothing is.
/// </summary>
internal static class ShadowedRules
{
    private static readonly MediaAbility[] AllMedia = [MediaAbility.Voice, MediaAbility.Video];

    public static void Warn(ScenarioContent content, Node.Map root, ParseContext context)
    {
        Warn(
            (root.Find("calls")?.Value as Node.List)?.Items,
            "call",
            index => AboveOfCall(content, index),
            context);
        Warn(
            (root.Find("outbound")?.Value as Node.List)?.Items,
            "number",
            index => Enumerable.Range(0, index).FirstOrNull(
                above => Includes(content.Outbound[above].Number, content.Outbound[index].Number)),
            context);
    }

    private static void Warn(IReadOnlyList<Node>? rules, string what, Func<int, int?> above, ParseContext context)
    {
        for (var index = 1; index < rules?.Count; index++)
        {
            if (above(index) is { } taker)
            {
                context.Warn(
                    rules[index].At,
                    $"no {what} can come to rule {index + 1}: rule {taker + 1} at line {rules[taker].At.Line} and " +
                    "those above it take them all");
            }
        }
    }

    /// <summary>The last of the rules above that together leave nothing; null where they leave something.</summary>
    private static int? AboveOfCall(ScenarioContent content, int index)
    {
        var match = content.Calls[index].Match;
        var takers =
            from media in match.Media is { } only ? [only] : AllMedia
            from channel in match.Channel is { } one ? [one] : content.Space.Channels.Select(c => c.Id)
            select Enumerable.Range(0, index).FirstOrNull(
                above => Takes(content.Calls[above].Match, match, media, channel));
        var found = takers.ToList();
        return found.Count > 0 && found.TrueForAll(t => t is not null) ? found.Max() : null;
    }

    /// <summary>Whether all calls that a match means, of a medium on a channel, are meant by one above it.</summary>
    private static bool Takes(CallMatch above, CallMatch match, MediaAbility media, string channel)
    {
        var isCovered = (above.Media is null || above.Media == media)
            && (above.Channel is null || above.Channel == channel)
            && Includes(above.UserId, match.UserId)
            && above.Headers.All(h => match.Headers.Any(
                m => m.Name.Equals(h.Name, StringComparison.OrdinalIgnoreCase) && Includes(h.Value, m.Value)));
        return isCovered && (!above.Counts || (IsTheSame(above, match) && CountsIncluded(above, match)));
    }

    // Both count the same calls only where they speak of the same ones.
    private static bool IsTheSame(CallMatch above, CallMatch match) =>
        above.Media == match.Media && above.Channel == match.Channel && above.UserId == match.UserId
        && above.Headers.SequenceEqual(match.Headers);

    private static bool CountsIncluded(CallMatch above, CallMatch match) => above.Nth is { } nth
        ? match.Nth == nth
        : above.Every is 1 || (match.Nth ?? match.Every) % above.Every == 0;

    /// <summary>
    /// Whether whatever the one pattern covers is covered by the other: a star there may stand for anything here, a
    /// question mark for a character or a question mark.
    /// </summary>
    private static bool Includes(string? wider, string? narrower)
    {
        var (whole, part) = (wider ?? "*", narrower ?? "*");

        // A backslash takes the meaning from what follows: then only the same is certain.
        return whole == part || (!(whole + part).Contains('\\') && IncludesPlain(whole, part));
    }

    private static bool IncludesPlain(string wider, string narrower)
    {
        // Of each begin of the narrower: whether the wider, as far as it has been read, includes it.
        var reached = new bool[narrower.Length + 1];
        reached[0] = true;
        foreach (var c in wider)
        {
            var before = c == '*' && reached[0];
            var diagonal = reached[0];
            reached[0] = before;
            for (var i = 1; i <= narrower.Length; i++)
            {
                var old = reached[i];
                reached[i] = c == '*'
                    ? old || reached[i - 1]
                    : diagonal && narrower[i - 1] != '*' && (c == '?' || c == narrower[i - 1]);
                diagonal = old;
            }
        }

        return reached[^1];
    }

    private static int? FirstOrNull(this IEnumerable<int> numbers, Func<int, bool> isIt) =>
        numbers.Where(isIt).Cast<int?>().FirstOrDefault();
}
