namespace CecSim.Client.Chat;

/// <summary>What a customer sends (send, chapter 4).</summary>
public sealed class CecMessage
{
    private CecMessage(string controlType, string content, string mediaType, bool mayArriveTwice)
    {
        ControlType = controlType;
        Content = content;
        MediaType = mediaType;
        MayArriveTwice = mayArriveTwice;
    }

    /// <summary>Begins a text session.</summary>
    public static CecMessage Connect { get; } = new("CONNECT", "start", "TEXT", mayArriveTwice: true);

    /// <summary>Asks the robot for a person.</summary>
    public static CecMessage TransferToAgent { get; } = new("TRANS2AGENT", "", "TEXT", mayArriveTwice: false);

    /// <summary>Shows that the customer is typing.</summary>
    public static CecMessage Typing { get; } = new("INPUT", "", "TEXT", mayArriveTwice: true);

    /// <summary>Ends the text session.</summary>
    public static CecMessage Disconnect { get; } = new("DISCONNECT", "", "TEXT", mayArriveTwice: false);

    /// <summary>The <c>controlType</c>.</summary>
    public string ControlType { get; }

    /// <summary>The <c>content</c>.</summary>
    public string Content { get; }

    /// <summary>The <c>mediaType</c>.</summary>
    public string MediaType { get; }

    internal bool MayArriveTwice { get; }

    /// <summary>A line of text.</summary>
    /// <param name="text">1 to 1,024 characters.</param>
    public static CecMessage Text(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new CecMessage("CHAT", text, "TEXT", mayArriveTwice: false);
    }

    /// <summary>A file that was uploaded.</summary>
    /// <param name="file">What the upload gave.</param>
    /// <param name="mediaType">How it is shown.</param>
    public static CecMessage File(CecFile file, CecFileMedia mediaType)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new CecMessage("CHAT", $"{file.ObjectKey},{file.FileType}", WordOf(mediaType), mayArriveTwice: false);
    }

    private static string WordOf(CecFileMedia mediaType) => mediaType switch
    {
        CecFileMedia.Image => "IMAGE",
        CecFileMedia.Audio => "AUDIO",
        CecFileMedia.Video => "VIDEO",
        CecFileMedia.File => "FILE",
    };
}
