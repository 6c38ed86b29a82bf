namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>A session description, in so far as a gateway needs it: RFC 8866 section 5.</summary>
internal sealed class SdpDescription
{
    /// <summary>A browser's offer of audio and video with all its codecs has about 8,000 characters.</summary>
    public const int LengthMax = 64 * 1024;
    public const int LinesMax = 2000;
    public const int MediaMax = 16;
    public const int FormatsMax = 128;

    // RFC 8866 section 5: a description with any other letter is refused or ignored as a whole.
    private const string TypeLetters = "vosiuepcbtrzkam";

    // A single LF is as good (section 5); a CR alone ends a line in no standard, and must not hide what follows it.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly List<SdpMedia> _media = [];

    private SdpDescription()
    {
    }

    public SdpAttributes Attributes { get; } = new();

    public IReadOnlyList<SdpMedia> Media => _media;

    private string? Connection { get; set; }

    /// <summary>Null when the text is no description or goes beyond a limit; the complaint says which.</summary>
    public static SdpDescription? Parse(string text, out string complaint)
    {
        complaint = "";
        if (text.Length > LengthMax)
        {
            complaint = $"The SDP has {text.Length} characters, more than {LengthMax}.";
            return null;
        }

        var lines = text.TrimStart('\uFEFF').Split(LineEnds, StringSplitOptions.None);
        if (lines.Length > LinesMax)
        {
            complaint = $"The SDP has {lines.Length} lines, more than {LinesMax}.";
            return null;
        }

        var description = new SdpDescription();
        for (var i = 0; i < lines.Length && complaint.Length == 0; i++)
        {
            complaint = description.Take(lines[i].TrimEnd(), isFirst: i == 0);
        }

        complaint = complaint.Length == 0 ? description.ComplaintOfMids() : complaint;
        return complaint.Length == 0 ? description : null;
    }

    /// <summary>The section's own attribute, or the session's in its place.</summary>
    public string? AttributeOf(SdpMedia media, string name) => media.Attributes.First(name) ?? Attributes.First(name);

    /// <summary>The address of the section's default destination, as written; null without any c= line.</summary>
    public string? ConnectionOf(SdpMedia media) => media.Connection ?? Connection;

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

        if (line.Length < 2 || line[1] != '=' || !TypeLetters.Contains(line[0]) || line.Any(IsControl))
        {
            return $"'{Shorten(line)}' is no line of SDP.";
        }

        switch (line[0])
        {
            case 'm':
                return TakeMedia(line[2..]);
            case 'a':
                (_media.Count == 0 ? Attributes : _media[^1].Attributes).Add(line[2..]);
                return "";
            case 'c':
                TakeConnection(line[2..]);
                return "";
            default:
                return "";
        }
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

    // RFC 8866 section 5.7: nettype, addrtype and address. Whoever needs one says what is wrong with none.
    private void TakeConnection(string value)
    {
        var words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var address = words.Length == 3 ? words[2] : null;
        if (_media.Count == 0)
        {
            Connection = address;
        }
        else
        {
            _media[^1].Connection = address;
        }
    }

    // RFC 5888 section 4: a name is one section's; what a group of it would mean nobody can say.
    private string ComplaintOfMids() =>
        _media.Select(m => m.Mid).OfType<string>().GroupBy(m => m).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"Two m-lines are named a=mid:{Shorten(twice.Key)}."
            : "";

    private static bool IsControl(char c) => char.IsControl(c) && c != '\t';

    public static string Shorten(string text)
    {
        var clean = string.Concat(text.Select(c => IsControl(c) ? '?' : c));
        return clean.Length <= 40 ? clean : clean[..40] + "…";
    }
}
