namespace CecSim.Telephony.Media.Codecs;

/// <summary>What a=rtpmap says of a format: RFC 8866 section 6.6. Names have no case (RFC 4855 section 3).</summary>
/// <param name="Channels">Null when nothing is said, which for sound means one.</param>
internal sealed record RtpMap(string Name, int ClockRate, int? Channels)
{
    /// <summary>Null for a text that is none.</summary>
    public static RtpMap? Parse(string text)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3) || parts[0].Length == 0 || NumberOf(parts[1]) is not { } clockRate)
        {
            return null;
        }

        return parts.Length == 2 ? new RtpMap(parts[0], clockRate, null)
            : NumberOf(parts[2]) is { } channels ? new RtpMap(parts[0], clockRate, channels)
            : null;
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Channels is null ? $"{Name}/{ClockRate}" : $"{Name}/{ClockRate}/{Channels}";

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
