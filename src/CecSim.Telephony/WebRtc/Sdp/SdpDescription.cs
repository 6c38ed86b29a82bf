namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>A session description, in so far as a gateway needs it: RFC 8866 section 5.</summary>
internal sealed class SdpDescription
{
    /// <summary>A browser's offer of audio and video with all its codecs has about 8,000 characters.</summary>
    public const int LengthMax = 64 * 1024;
    public const int LinesMax = 2000;
    public const int MediaMax = 16;
    public const int FormatsMax = 128;

    private readonly List<SdpMedia> _media = [];

    private SdpDescription()
    {
    }

    public SdpAttributes Attributes { get; } = new();

    public IReadOnlyList<SdpMedia> Media => _media;

    /// <summary>Null when the text is no description or goes beyond a limit; the complaint says which.</summary>
    public static SdpDescription? Parse(string text, out string complaint)
    {
        complaint = "";
        if (text.Length > LengthMax)
        {
            complaint = $"The SDP has {text.Length} characters, more than {LengthMax}.";
            return null;
        }

        var lines = text.Split('\n');
        if (lines.Length > LinesMax)
        {
            complaint = $"The SDP has {lines.Length} lines, more than {LinesMax}.";
            return null;
        }

        var description = new SdpDescription();
        for (var i = 0; i < lines.Length && complaint.Length == 0; i++)
        {
            complaint = description.Take(lines[i].TrimEnd('\r'), isFirst: i == 0);
        }

        return complaint.Length == 0 ? description : null;
    }

    /// <summary>The section's own attribute, or the session's in its place.</summary>
    public string? AttributeOf(SdpMedia media, string name) => media.Attributes.First(name) ?? Attributes.First(name);

    private string Take(string line, bool isFirst)
    {
        if (isFirst && line != "v=0")
        {
            return "The SDP does not begin with v=0.";
        }

        if (line.Length == 0)
        {
            return "";
        }

        if (line.Length < 2 || line[1] != '=')
        {
            return $"'{Shorten(line)}' is no line of SDP.";
        }

        return line[0] switch
        {
            'm' => TakeMedia(line[2..]),
            'a' => TakeAttribute(line[2..]),
            _ => "",
        };
    }

    private string TakeMedia(string value)
    {
        if (SdpMedia.Parse(value) is not { } media)
        {
            return $"'m={Shorten(value)}' names no medium, port, protocol and formats.";
        }

        _media.Add(media);
        return _media.Count > MediaMax ? $"The SDP has more than {MediaMax} m-lines." : "";
    }

    private string TakeAttribute(string value)
    {
        (_media.Count == 0 ? Attributes : _media[^1].Attributes).Add(value);
        return "";
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
