namespace CecSim.Client.Chat;

/// <summary>The <c>mediaType</c> of a message that is a file (send).</summary>
public enum CecFileMedia
{
    /// <summary>A picture: <c>IMAGE</c>.</summary>
    Image,

    /// <summary>A sound: <c>AUDIO</c>.</summary>
    Audio,

    /// <summary>A film: <c>VIDEO</c>.</summary>
    Video,

    /// <summary>Anything else: <c>FILE</c>.</summary>
    File,
}
