namespace CecSim.Simulation.Calls;

/// <summary>The fate of the calls that a match covers: a script, or a refusal of the create itself.</summary>
public sealed record CallRule
{
    public CallMatch Match { get; init; } = new();

    /// <summary>What the call sees from its creation on.</summary>
    public Script Script { get; init; } = Script.ConnectAtOnce;

    /// <summary>What happens beside the script when the client does something.</summary>
    public IReadOnlyList<CallHandler> On { get; init; } = [];

    /// <summary>What it sees when the customer drops it.</summary>
    public Script OnDrop { get; init; } = Script.ReleaseAtOnce;

    /// <summary>The answer to createClickToCall instead of a call.</summary>
    public Refusal? Refuse { get; init; }
}

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

/// <summary>A header that a createClickToCall request must carry.</summary>
/// <param name="Name">Its name, whatever the case.</param>
/// <param name="Value">A pattern with <c>*</c> and <c>?</c>; case counts.</param>
public sealed record HeaderMatch(string Name, string Value);

/// <summary>What a rule can be asked about: a createClickToCall request.</summary>
/// <param name="Header">The value of a header by its name; null where the request lacks it.</param>
public sealed record CallAttempt(
    MediaAbility Media, string UserId, string ChannelId, Func<string, string?> Header)
{
    /// <summary>For whoever creates a call without a request.</summary>
    public static readonly Func<string, string?> NoHeaders = static _ => null;
}
