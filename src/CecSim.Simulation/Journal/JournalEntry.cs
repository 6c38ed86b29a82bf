namespace CecSim.Simulation.Journal;

/// <summary>One request and its answer. There is no secret in it: its draft has masked them.</summary>
public sealed record JournalEntry
{
    /// <summary>Of <c>Status</c> where the connection ended before there was an answer.</summary>
    public const int NoAnswer = 0;

    public const string CutByHand = "cutByHand";

    private const string AskedMethod = "Access-Control-Request-Method";

    public required JournalId Id { get; init; }

    /// <summary>When the request came, in space time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same as a timestamp of the server's <see cref="TimeProvider"/>; 0 where nobody noted it.</summary>
    public long Timestamp { get; init; }

    /// <summary>How long the answer took, in real time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Null when the path is none of CEC's, or not built.</summary>
    public CecOperation? Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>Scheme and authority, as the client saw the server.</summary>
    public required string Origin { get; init; }

    public required string Path { get; init; }

    /// <summary>With its question mark; empty for none.</summary>
    public required string Query { get; init; }

    public required string Protocol { get; init; }

    /// <summary>Came to the gateway: <see cref="Path"/> is then its Request-URI.</summary>
    public bool IsSip => Protocol.StartsWith("SIP/", StringComparison.Ordinal);

    /// <summary>As a client would write it.</summary>
    public string Url => IsSip ? Path : $"{Origin}{Path}{Query}";

    public required IReadOnlyList<JournalHeader> RequestHeaders { get; init; }

    public JournalBody? RequestBody { get; init; }

    /// <summary>Whom the request spoke for, as far as it came to be known.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// The origin of the page that sent it; null for a program's request, and for a page of the server's own.
    /// </summary>
    public string? PageOrigin =>
        HeaderOf(RequestHeaders, "Origin") is { } origin && origin != Origin ? origin : null;

    /// <summary>A browser's question, before a page's request, whether the page may send it (Fetch, 4.8).</summary>
    public bool IsPreflight =>
        Method == "OPTIONS" && PageOrigin is not null && HeaderOf(RequestHeaders, AskedMethod) is not null;

    public int Status { get; init; }

    /// <summary>Of a refusal that goes as 200; "0" where the handler answered what it was asked.</summary>
    public string? ResultCode { get; init; }

    public IReadOnlyList<JournalHeader> ResponseHeaders { get; init; } = [];

    /// <summary>What was really sent; with <see cref="NoAnswer"/>, bytes that are no HTTP.</summary>
    public JournalBody? ResponseBody { get; init; }

    /// <summary>A fault answered in place of CEC.</summary>
    public bool IsOfFault { get; init; }

    /// <summary>How it is known that CEC answers so.</summary>
    public string? Basis { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>Each thing that was wrong with the request, the one that decided first.</summary>
    public IReadOnlyList<RuleViolation> Wrong { get; init; } = [];

    /// <summary>
    /// The faults that struck, by the names that scenario files give them; <see cref="CutByHand"/> for a poll whose
    /// connection the control API cut.
    /// </summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How long a poll was held, in space time.</summary>
    public TimeSpan? HeldFor { get; init; }

    /// <summary>The connection ended before the whole answer had been sent.</summary>
    public bool IsCutShort { get; init; }

    internal string? AskedFor => HeaderOf(RequestHeaders, AskedMethod);

    internal string? AskedHeaders => HeaderOf(RequestHeaders, "Access-Control-Request-Headers");

    internal bool MayBeReadByPage => HeaderOf(ResponseHeaders, "Access-Control-Allow-Origin") is not null;

    private static string? HeaderOf(IReadOnlyList<JournalHeader> headers, string name) =>
        headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>A journal as it stood at one moment.</summary>
/// <param name="DroppedCount">How many entries are gone since the journal began or was cleared.</param>
/// <param name="DroppedUntil">The latest moment of which an entry is gone; null when none is.</param>
public sealed record JournalContent(
    IReadOnlyList<JournalEntry> Entries, long DroppedCount, DateTimeOffset? DroppedUntil);

/// <summary>A body as it stands in the journal: secrets are masked, and what is too long is cut.</summary>
/// <param name="BytesCount">Its length on the wire, whatever is kept.</param>
public sealed record JournalBody(string Text, long BytesCount, bool IsCut);

/// <summary>A header as it stands in the journal: secrets are masked.</summary>
public readonly record struct JournalHeader(string Name, string Value);

/// <summary>One thing that was wrong with a request.</summary>
/// <param name="Refusal">Null where no refusal of its own stands for it.</param>
/// <param name="Why">In words.</param>
public sealed record RuleViolation(Refusal? Refusal, string Why);
