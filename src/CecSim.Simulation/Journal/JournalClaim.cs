namespace CecSim.Simulation.Journal;

/// <summary>A claim about what clients did: so many requests of that kind came.</summary>
/// <param name="Most">Null for no upper bound.</param>
public sealed record JournalClaim(JournalQuery Query, int Least, int? Most)
{
    private const int NearestMax = 3;

    /// <summary>
    /// Holds, or not, or cannot be known: a dropped entry may have been one of those that are asked about, so what is
    /// left proves only that there were at least so many.
    /// </summary>
    public JournalVerdict Judge(JournalContent content)
    {
        var count = Requests(content).Count(Query.Matches);
        var matterDropped = content.DroppedUntil is { } until && !(Query.Since > until);
        var outcome =
            count > Most ? VerdictOutcome.DoesNotHold
            : count >= Least && (Most is null || !matterDropped) ? VerdictOutcome.Holds
            : matterDropped ? VerdictOutcome.CannotBeKnown
            : VerdictOutcome.DoesNotHold;
        return new JournalVerdict(outcome, count, Why(outcome, count, content), Nearest(outcome, content));
    }

    // What browsers ask before they send a request is none that a client has made, unless that is what is claimed.
    private IEnumerable<JournalEntry> Requests(JournalContent content) =>
        content.Entries.Where(e => !e.IsPreflight || Query.Method == e.Method);

    private string Why(VerdictOutcome outcome, int count, JournalContent content) => outcome switch
    {
        VerdictOutcome.Holds => $"{Requests(count)} came; claimed was {Claimed}.",
        VerdictOutcome.DoesNotHold => $"{Requests(count)} came, but claimed was {Claimed}.",
        VerdictOutcome.CannotBeKnown =>
            $"{Requests(count)} left in the journal, which dropped {content.DroppedCount} entries (up to " +
            $"{content.DroppedUntil:O}) that may have been such ones; claimed was {Claimed}. Ask with 'since' after " +
            "that moment, or clear the journal before what is to be verified.",
    };

    private string Claimed => Most is not { } most ? $"at least {Least}"
        : most == Least ? $"exactly {Least}"
        : Least == 0 ? $"at most {most}"
        : $"{Least} to {most}";

    private static string Requests(int count) => count == 1 ? "1 such request" : $"{count} such requests";

    private IReadOnlyList<NearEntry> Nearest(VerdictOutcome outcome, JournalContent content) =>
        outcome == VerdictOutcome.Holds
            ? []
            :
            [
                .. Requests(content)
                    .Select(e => new NearEntry(e, Query.Differences(e)))
                    .OrderBy(n => n.Differences.Count)
                    .ThenByDescending(n => n.Entry.Id.Number)
                    .Take(NearestMax),
            ];
}
