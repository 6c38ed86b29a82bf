namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>An m= section: RFC 8866 section 5.14.</summary>
internal sealed record SdpMedia(string Kind, int Port, string Protocol, IReadOnlyList<string> Formats)
{
    public SdpAttributes Attributes { get; } = new();

    public string? Mid => Attributes.First("mid");

    /// <summary>The address of the section's own c= line; null for the session's.</summary>
    public string? Connection { get; set; }

    /// <summary>It only waits for its bundle, whose port it has: RFC 9143 section 6.</summary>
    public bool IsBundleOnly => Port == 0 && Attributes.Has("bundle-only");

    /// <summary>Null for a line that is none.</summary>
    public static SdpMedia? Parse(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 4 or > 3 + SdpDescription.FormatsMax)
        {
            return null;
        }

        var port = words[1].Split('/')[0];
        return ushort.TryParse(port, out var number) ? new SdpMedia(words[0], number, words[2], words[3..]) : null;
    }
}
