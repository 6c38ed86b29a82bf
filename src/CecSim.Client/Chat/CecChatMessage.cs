namespace CecSim.Client.Chat;

/// <summary>A message that came to the customer (<c>downlinkMessages</c> of poll).</summary>
public sealed record CecChatMessage
{
    /// <summary>The <c>controlType</c>: <c>CHAT</c>, <c>DISCONNECT</c> or <c>READ</c>.</summary>
    public required string ControlType { get; init; }

    /// <summary>The <c>mediaType</c>: <c>TEXT</c>, <c>IMAGE</c>, <c>VIDEO</c>, <c>AUDIO</c>, …</summary>
    public string? MediaType { get; init; }

    /// <summary>The text, or what a file is found by.</summary>
    public string? Content { get; init; }

    /// <summary><c>1</c> for a local file; null for one of the media library, and for text.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>sourceType</c>: <c>AGENT</c>, <c>ROBOT</c> or <c>SYSTEM</c>.</summary>
    public string? SourceType { get; init; }

    /// <summary>The <c>senderNickname</c>.</summary>
    public string? SenderNickname { get; init; }

    /// <summary>When it was written; null where CEC does not say.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>The <c>messageCode</c>, which tells a message that comes twice; null where there is none.</summary>
    public string? MessageCode { get; init; }

    /// <summary>The message as it came, JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Whether the text session is over with it.</summary>
    public bool EndsSession => ControlType == "DISCONNECT";
}
