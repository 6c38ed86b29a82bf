namespace CecSim.Client.Exchanges;

/// <summary>
/// One of CEC's operations with what it is given. Its path begins at CEC's address, without a slash in front.
/// </summary>
internal sealed record CecRequest(HttpMethod Method, string Path)
{
    /// <summary>The last word of the path, by which the documents call it.</summary>
    public string Operation { get; } = Path.Split('?')[0].Split('/')[^1];

    public JsonObject? Body { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Whether twice is as good as once; if not, it is repeated only where CEC cannot have seen it.</summary>
    public bool MayArriveTwice { get; init; } = true;

    /// <summary>Whether a refusal is a failure like others, as of an event poll (chapter 5, step 4).</summary>
    public bool CountsRefusals { get; init; }

    /// <summary>Whether an answer without a result code is none of CEC's.</summary>
    public bool HasResultCode { get; init; } = true;

    /// <summary><c>X-Token-Expire</c>; null for all but tokenByAkSk.</summary>
    public string? TokenExpire { get; init; }
}
