namespace CecSim.Telephony.Sip.Messages;

/// <summary>What every message must have (RFC 3261, section 8.1.1) for anything behind the reader to rely on.</summary>
internal static class SipValidator
{
    private static readonly string[] Required = ["Via", "From", "To", "Call-ID", "CSeq"];
    private static readonly string[] Single =
        ["From", "To", "Call-ID", "CSeq", "Max-Forwards", "Content-Type", "Expires"];

    public static SipFault? FaultOf(SipMessage message)
    {
        var headers = message.Headers;
        var reason =
            Required.FirstOrDefault(n => string.IsNullOrEmpty(headers[n])) is { } missing ? $"Missing {missing}"
            : Single.FirstOrDefault(n => headers.Fields(n).Skip(1).Any()) is { } twice ? $"More than one {twice}"
            : !headers.Values("Via").All(v => SipVia.TryParse(v, out _)) ? "Malformed Via"
            : !SipAddress.TryParse(headers["From"]!, out _) ? "Malformed From"
            : !SipAddress.TryParse(headers["To"]!, out _) ? "Malformed To"
            : !headers.Values("Contact").All(c => c == "*" || SipAddress.TryParse(c, out _)) ? "Malformed Contact"
            : headers.Values("Record-Route").Any(r => !SipAddress.TryParse(r, out _)) ? "Malformed Record-Route"
            : headers["Max-Forwards"] is { } hops && !byte.TryParse(hops, NumberStyles.None, null, out _)
                ? "Malformed Max-Forwards"
            : ReasonOfSequence(message) ?? ReasonOfUri(message);
        return reason is null ? null : SipFault.BadRequest(reason);
    }

    private static string? ReasonOfSequence(SipMessage message)
    {
        var parts = message.Headers["CSeq"]!.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

        // Section 8.1.1.5: below 2^31.
        return parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || !SipText.IsToken(parts[1]) ? "Malformed CSeq"
            : message is SipRequest request && request.Method != parts[1] ? "The CSeq names another method"
            : null;
    }

    // Section 19.1.1: a Request-URI has no headers. Taking them in would let a stranger write ours.
    private static string? ReasonOfUri(SipMessage message) =>
        message is not SipRequest request ? null
        : !SipUri.TryParse(request.Uri, out var uri) ? "Malformed Request-URI"
        : uri.IsSip && request.Uri[(request.Uri.IndexOf('@', StringComparison.Ordinal) + 1)..].Contains('?')
            ? "The Request-URI has headers"
        : null;
}
