namespace CecSim.Telephony.Sip.Messages;

/// <summary>The one-letter header names (RFC 3261, section 7.3.3, and the registry that has grown since).</summary>
internal static class CompactForms
{
    private static readonly Dictionary<string, string> FullNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = "Accept-Contact",
        ["b"] = "Referred-By",
        ["c"] = "Content-Type",
        ["d"] = "Request-Disposition",
        ["e"] = "Content-Encoding",
        ["f"] = "From",
        ["i"] = "Call-ID",
        ["j"] = "Reject-Contact",
        ["k"] = "Supported",
        ["l"] = "Content-Length",
        ["m"] = "Contact",
        ["o"] = "Event",
        ["r"] = "Refer-To",
        ["s"] = "Subject",
        ["t"] = "To",
        ["u"] = "Allow-Events",
        ["v"] = "Via",
        ["x"] = "Session-Expires",
        ["y"] = "Identity",
    };

    private static readonly Dictionary<string, string> ShortNames = FullNames.ToDictionary(
        f => f.Value, f => f.Key, StringComparer.OrdinalIgnoreCase);

    public static string ShortNameOf(string name) => ShortNames.GetValueOrDefault(name, name);

    public static string FullNameOf(string name) => FullNames.GetValueOrDefault(name, name);
}
