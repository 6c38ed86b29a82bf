namespace CecSim.Telephony.Sip.Calls;

/// <summary>Digits in the body of an INFO. No RFC says how; these two forms are what phones send.</summary>
internal static class DtmfInfo
{
    public const string Accepted = "application/dtmf-relay, application/dtmf";

    private const string Digits = "0123456789ABCD*#";

    public static bool IsDtmf(SipRequest info) =>
        info.ContentType is "application/dtmf-relay" or "application/dtmf";

    /// <summary>Null when there is no digit in it.</summary>
    public static string? DigitsOf(SipRequest info)
    {
        var text = info.ContentType == "application/dtmf" ? info.BodyText : SignalOf(info.BodyText);
        var digits = text?.Trim().ToUpperInvariant() switch
        {
            // The event numbers of RFC 4733 for the two keys that are no number.
            "10" when info.ContentType == "application/dtmf-relay" => "*",
            "11" when info.ContentType == "application/dtmf-relay" => "#",
            var other => other,
        };
        return !string.IsNullOrEmpty(digits) && digits.All(Digits.Contains) ? digits : null;
    }

    private static string? SignalOf(string body) => body
        .Split('\n')
        .Select(l => l.Split('=', 2))
        .FirstOrDefault(p => p.Length == 2 && SipText.IsSame(p[0].Trim(), "Signal"))?[1];
}
