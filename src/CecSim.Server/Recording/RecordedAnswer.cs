namespace CecSim.Server.Recording;

/// <summary>What really goes out in answer to a request.</summary>
internal readonly record struct RecordedAnswer
{
    public required int Status { get; init; }

    public string? ResultCode { get; init; }

    /// <summary>Null for none.</summary>
    public IHeaderDictionary? Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? Basis { get; init; }

    /// <summary>A fault's answer in place of CEC's.</summary>
    public bool IsOfFault { get; init; }

    public bool IsCutShort { get; init; }
}
