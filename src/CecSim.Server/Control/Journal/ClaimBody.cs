namespace CecSim.Server.Control.Journal;

/// <summary>What is claimed about the journal.</summary>
internal sealed record ClaimBody
{
    public string? Operation { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public string? User { get; init; }

    public int? Status { get; init; }

    public string? ResultCode { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Text { get; init; }

    public int? Times { get; init; }

    public int? AtLeast { get; init; }

    public int? AtMost { get; init; }
}
