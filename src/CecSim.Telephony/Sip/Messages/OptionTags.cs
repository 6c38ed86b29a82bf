namespace CecSim.Telephony.Sip.Messages;

/// <summary>Extensions by the tags of Require, Supported and Unsupported (RFC 3261, section 19.2).</summary>
internal static class OptionTags
{
    /// <summary>Session timers: RFC 4028.</summary>
    public const string Timer = "timer";

    /// <summary>Provisional answers that are acknowledged: RFC 3262.</summary>
    public const string Reliable = "100rel";

    /// <summary>The Supported header.</summary>
    public const string Supported = $"{Timer}, {Reliable}";

    private static readonly string[] Known = [Timer, Reliable];

    /// <summary>What a request wants and nobody here has, in its own words.</summary>
    public static List<string> Missing(SipRequest request) =>
        [.. request.Headers.Values("Require").Where(t => t.Length > 0 && !Known.Any(k => SipText.IsSame(k, t)))];

    public static bool IsRequired(SipMessage message, string tag) => Has(message, "Require", tag);

    /// <summary>Whoever requires an extension has it too.</summary>
    public static bool IsSupported(SipMessage message, string tag) =>
        Has(message, "Supported", tag) || IsRequired(message, tag);

    private static bool Has(SipMessage message, string header, string tag) =>
        message.Headers.Values(header).Any(t => SipText.IsSame(t, tag));
}
