namespace CecSim.Simulation.Calls;

/// <summary>Which calls a rule speaks of. What is null matches all.</summary>
/// <param name="UserId">A pattern with <c>*</c> and <c>?</c>; case counts.</param>
/// <param name="Channel">The id of one channel.</param>
public sealed record CallMatch(MediaAbility? Media = null, string? UserId = null, string? Channel = null)
{
    /// <summary>All of them must be there.</summary>
    public IReadOnlyList<HeaderMatch> Headers { get; init; } = [];

    /// <summary>Only that one of the calls that all else covers, counted from 1.</summary>
    public int? Nth { get; init; }

    /// <summary>Only those of them whose number is a multiple.</summary>
    public int? Every { get; init; }

    public bool Counts => Nth is not null || Every is not null;

    /// <summary>Whether an attempt is one of the calls that are counted.</summary>
    public bool Covers(CallAttempt attempt) =>
        (Media is null || Media == attempt.Media)
        && (UserId is null || Glob.Covers(UserId, attempt.UserId))
        && (Channel is null || Channel == attempt.ChannelId)
        && Headers.All(h => attempt.Header(h.Name) is { } value && Glob.Covers(h.Value, value));

    /// <param name="number">How many calls were covered, this one included.</param>
    public bool IsMeant(long number) =>
        (Nth is null || number == Nth) && (Every is null || number % Every == 0);
}
