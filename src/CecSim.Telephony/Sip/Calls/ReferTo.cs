namespace CecSim.Telephony.Sip.Calls;

/// <summary>The Refer-To of a REFER (RFC 3515, section 2.1), and the Replaces in it (RFC 3891, section 3).</summary>
/// <param name="Replaces">The key of the dialog that it names; null for none.</param>
internal sealed record ReferTo(string User, string? Replaces)
{
    /// <summary>What is wrong with it, as the answer to it; null when it can be done.</summary>
    public static SipResponse? FaultOf(SipRequest refer, out ReferTo? target)
    {
        target = null;
        var all = refer.Headers.Fields("Refer-To").ToList();
        if (all.Count != 1 || !SipAddress.TryParse(all[0], out var address))
        {
            return refer.Refuse(400, "A REFER has one Refer-To, and in it an address");
        }

        if (!address.Uri.IsSip && !address.Uri.IsTel)
        {
            return refer.Refuse(416, "Refer-To is neither sip: nor sips: nor a number of tel:");
        }

        if (address.Uri.Parameters["method"] is { } method && method != SipMethods.Invite)
        {
            return refer.Refuse(405, $"Nobody is asked for a {method} here").With("Allow", SipMethods.Allowed);
        }

        var replaces = HeaderIn(address.Uri.Text, "Replaces");
        if (replaces is not null && KeyOf(replaces) is null)
        {
            return refer.Refuse(400, "Replaces has a Call-ID and both tags");
        }

        target = new ReferTo(address.Uri.User ?? "", replaces is null ? null : KeyOf(replaces));
        return null;
    }

    // RFC 3261, section 19.1.1: headers of a URI stand behind the question mark, escaped.
    private static string? HeaderIn(string uri, string name)
    {
        var at = Math.Max(uri.IndexOf('@', StringComparison.Ordinal), 0);
        var mark = uri.IndexOf('?', at);
        return mark < 0 ? null : uri[(mark + 1)..].Split('&')
            .Select(h => h.Split('=', 2))
            .Where(h => h.Length == 2 && SipText.IsSame(h[0], name))
            .Select(h => Uri.UnescapeDataString(h[1]))
            .FirstOrDefault();
    }

    // The tags are those that the phone of whom the call is wanted has: its to-tag is ours (RFC 3891, section 3).
    private static string? KeyOf(string replaces)
    {
        var parts = replaces.Split(';', 2);
        return parts.Length == 2
            && SipParameters.TryParse(parts[1], out var parameters)
            && parameters["to-tag"] is { } to
            && parameters["from-tag"] is { } from
                ? SipDialog.KeyOf(parts[0].Trim(), to, from)
                : null;
    }
}
