using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>Whether a request brings an offer that somebody here can read (RFC 3261, section 8.2.3).</summary>
internal static class SdpBody
{
    public const string ContentType = "application/sdp";

    /// <summary>The refusal; null when the offer is in order.</summary>
    public static InviteDecision.Refuse? FaultOf(SipRequest request)
    {
        if (request.Headers["Content-Encoding"] is { Length: > 0 } encoding && !SipText.IsSame(encoding, "identity"))
        {
            return new InviteDecision.Refuse(415)
            {
                Why = $"The body is encoded as {encoding}, and nothing here decodes it",
                Headers = [new SipHeader("Accept-Encoding", "identity")],
            };
        }

        if (request.Body.IsEmpty)
        {
            // The gateway answers offers and makes none, so an INVITE without one has nothing to offer either.
            return new InviteDecision.Refuse(488, "An offer in SDP is needed");
        }

        if (request.ContentType != ContentType)
        {
            return new InviteDecision.Refuse(415)
            {
                Why = $"The body is {request.ContentType ?? "of no Content-Type"}, not {ContentType}",
                Headers = [new SipHeader("Accept", ContentType)],
            };
        }

        return Accepts(request)
            ? null
            : new InviteDecision.Refuse(406) { Why = $"The Accept of the request does not take {ContentType}" };
    }

    private static bool Accepts(SipRequest request)
    {
        var accepted = request.Headers.Values("Accept")
            .Select(a => a.Split(';')[0].Trim().ToLowerInvariant())
            .ToList();
        return accepted.Count == 0 || accepted.Exists(a => a is ContentType or "application/*" or "*/*");
    }
}
