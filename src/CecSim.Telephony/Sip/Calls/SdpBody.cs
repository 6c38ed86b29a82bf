using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>Whether a request brings an offer that somebody here can read (RFC 3261, section 8.2.3).</summary>
internal static class SdpBody
{
    public const string ContentType = "application/sdp";

    /// <summary>The refusal; null when the offer is in order.</summary>
    public static SipResponse? FaultOf(SipRequest request)
    {
        if (request.Headers["Content-Encoding"] is { Length: > 0 } encoding && !SipText.IsSame(encoding, "identity"))
        {
            return request.Answer(415).With("Accept-Encoding", "identity");
        }

        if (request.Body.IsEmpty)
        {
            // The gateway answers offers and makes none, so an INVITE without one has nothing to offer either.
            return request.Answer(488, "An offer in SDP is needed");
        }

        return request.ContentType != ContentType
            ? request.Answer(415).With("Accept", ContentType)
            : Accepts(request) ? null : request.Answer(406);
    }

    private static bool Accepts(SipRequest request)
    {
        var accepted = request.Headers.Values("Accept")
            .Select(a => a.Split(';')[0].Trim().ToLowerInvariant())
            .ToList();
        return accepted.Count == 0 || accepted.Exists(a => a is ContentType or "application/*" or "*/*");
    }
}
