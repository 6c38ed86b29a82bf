namespace CecSim.Simulation.Journal;

/// <summary>
/// A request and its answer as they came. It costs little to keep and is for nobody to read: what leaves it is an
/// entry without secrets, written when somebody asks.
/// </summary>
public sealed record JournalDraft(Masking Masking, int BodyCharsMax)
{
    // What a draft costs beside its texts: the objects, their lists, the place in the ring.
    private const int BytesAlways = 500;
    private const int BytesPerHeader = 16;

    private JournalEntry? _entry;

    public required JournalId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the request came, as a timestamp of real time; 0 where nobody noted it.</summary>
    public long Timestamp { get; init; }

    public required TimeSpan Duration { get; init; }

    public CecOperation? Operation { get; init; }

    public required string Method { get; init; }

    public required string Scheme { get; init; }

    public required string Host { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public required string Protocol { get; init; }

    public required JournalHeader[] RequestHeaders { get; init; }

    public DraftBody RequestBody { get; init; }

    public string? UserId { get; init; }

    public int Status { get; init; }

    public string? ResultCode { get; init; }

    public JournalHeader[] ResponseHeaders { get; init; } = [];

    public DraftBody ResponseBody { get; init; }

    public bool IsOfFault { get; init; }

    public string? Basis { get; init; }

    public IReadOnlyList<RuleViolation> Wrong { get; init; } = [];

    public IReadOnlyList<string> Faults { get; init; } = [];

    public TimeSpan? HeldFor { get; init; }

    /// <summary>Known only after the draft was handed in.</summary>
    public bool IsCutShort { get; set; }

    internal long BytesCount =>
        BytesAlways
        + (2 * (Path.Length + Query.Length)) + RequestBody.Kept.Length + ResponseBody.Kept.Length
        + Lengths(RequestHeaders) + Lengths(ResponseHeaders);

    public JournalEntry Read()
    {
        var entry = _entry ??= Write();
        return entry.IsCutShort == IsCutShort ? entry : _entry = entry with { IsCutShort = IsCutShort };
    }

    /// <summary>The same once more, for the journal of a space to which it turned out to belong.</summary>
    public JournalDraft In(JournalId id, DateTimeOffset at, Masking masking) =>
        this with { Id = id, At = at, Masking = masking, _entry = null };

    private JournalEntry Write() => new()
    {
        Id = Id,
        At = At,
        Timestamp = Timestamp,
        Duration = Duration,
        Operation = Operation,
        Method = Masking.Text(Method),
        Origin = $"{Scheme}://{Masking.Text(Host)}",
        Path = Masking.Text(Path),
        Query = Masking.Text(Query),
        Protocol = Protocol,
        RequestHeaders = Masked(RequestHeaders),
        RequestBody = Masking.Body(RequestBody, BodyCharsMax),
        UserId = UserId is null ? null : Masking.Text(UserId),
        Status = Status,
        ResultCode = ResultCode,
        ResponseHeaders = Masked(ResponseHeaders),
        ResponseBody = Masking.Body(ResponseBody, BodyCharsMax),
        IsOfFault = IsOfFault,
        Basis = Basis,
        Refusal = Wrong.Count > 0 ? Wrong[0].Refusal : null,
        Wrong = [.. Wrong.Select(w => w with { Why = Masking.Text(w.Why) })],
        Faults = Faults,
        HeldFor = HeldFor,
        IsCutShort = IsCutShort,
    };

    private JournalHeader[] Masked(JournalHeader[] headers) =>
        [.. headers.Select(h => new JournalHeader(Masking.Text(h.Name), Masking.Header(h.Name, h.Value)))];

    private static long Lengths(JournalHeader[] headers)
    {
        var sum = 0L;
        foreach (var header in headers)
        {
            sum += BytesPerHeader + (2 * (header.Name.Length + header.Value.Length));
        }

        return sum;
    }
}
