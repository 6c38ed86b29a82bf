namespace CecSim.Telephony.Sip.Calls;

/// <summary>What is refused whatever the request is about, in the order of RFC 3261, section 8.2.</summary>
internal static class RequestRules
{
    private static readonly HashSet<string> Allowed = [.. SipMethods.Allowed.Split(", ")];

    /// <summary>The refusal; null when the request may go on.</summary>
    public static SipResponse? FaultOf(SipRequest request)
    {
        if (!Allowed.Contains(request.Method))
        {
            var status = SipMethods.IsKnownButNotAllowed(request.Method) ? 405 : 501;
            return request
                .Refuse(status, $"{request.Method} is not served here")
                .With("Allow", SipMethods.Allowed);
        }

        if (!SipUri.TryParse(request.Uri, out var uri)
            || !(uri.IsSip || (uri.IsTel && request.Method is SipMethods.Invite)))
        {
            return request.Refuse(416, "The Request-URI is neither sip: nor sips:, nor in an INVITE a number of tel:");
        }

        // Section 11: how far an OPTIONS may go is how one asks who is there, so it is answered.
        if (request.Headers["Max-Forwards"] is { } hops && hops.All(d => d == '0')
            && request.Method is not SipMethods.Options)
        {
            return request.Refuse(483, "Max-Forwards is 0");
        }

        return request.Method == SipMethods.Cancel ? null : FaultOfExtensions(request);
    }

    // None is built, session timers (RFC 4028) and 100rel (RFC 3262) included.
    private static SipResponse? FaultOfExtensions(SipRequest request)
    {
        var required = request.Headers.Values("Require").Where(r => r.Length > 0).ToList();
        var names = string.Join(", ", required);
        return required.Count == 0
            ? null
            : request.Refuse(420, $"No extension of Require is built: {names}").With("Unsupported", names);
    }
}
