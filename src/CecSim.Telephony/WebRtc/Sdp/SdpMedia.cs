namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>An m= section: RFC 8866 section 5.14.</summary>
internal sealed record SdpMedia(string Kind, int Port, string Protocol, IReadOnlyList<string> Formats)
{
    public SdpAttributes Attributes { get; } = new();

    public string? Mid => Attributes.First("mid");

    /// <summary>Null for a line that is none.</summary>
    public static SdpMedia? Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 4 or > 3 + SdpDescription.FormatsMax)
        {
            return null;
        }

        var port = words[1].Split('/')[0];
        return ushort.TryParse(port, out var number) ? new SdpMedia(words[0], number, words[2], words[3..]) : null;
    }
}
