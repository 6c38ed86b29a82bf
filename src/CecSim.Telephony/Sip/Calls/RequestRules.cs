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

        return request.Method == SipMethods.Cancel ? null : FaultOfExtensions(request) ?? FaultOfSession(request);
    }

    private static SipResponse? FaultOfExtensions(SipRequest request)
    {
        var names = string.Join(", ", OptionTags.Missing(request));
        return names.Length == 0
            ? null
            : request.Refuse(420, $"An extension of Require is not built: {names}").With("Unsupported", names);
    }

    // RFC 4028, section 9. Who has no timers could make nothing of a 422.
    private static SipResponse? FaultOfSession(SipRequest request) =>
        request.Method is not (SipMethods.Invite or SipMethods.Update)
            || request.Headers[SessionExpires.Name] is not { } value ? null
        : SessionExpires.Of(request) is not { } session
            ? request.Refuse(400, $"The Session-Expires is no number of seconds: {value}")
        : session.Interval < SessionExpires.Minimum && OptionTags.IsSupported(request, OptionTags.Timer)
            ? request
                .Refuse(422, $"A session is refreshed every {SessionExpires.Minimum.TotalSeconds} s at most")
                .With(SessionExpires.MinimumName, new SessionExpires(SessionExpires.Minimum, null).ToString())
        : null;
}
