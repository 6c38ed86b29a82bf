namespace CecSim.Telephony.Sip.Calls;

/// <summary>
/// Whether a request brings an offer that somebody here can read (RFC 3261, section 8.2.3), or none, to be given one.
/// </summary>
internal static class SdpBody
{
    public const string ContentType = "application/sdp";

    /// <summary>Empty where the message has none.</summary>
    public static string TextIn(SipMessage message) => message.ContentType == ContentType ? message.BodyText : "";

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

        if (!request.Body.IsEmpty && request.ContentType != ContentType)
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

    /// <summary>What is wrong with the answer that an ACK owes to a 200 with an offer; null for nothing.</summary>
    public static string? FaultOfAnswer(SipRequest ack) =>
        ack.Body.IsEmpty ? "The ACK has no answer to the offer that the 200 brought"
        : ack.ContentType == ContentType ? null
        : $"The ACK answers by {ack.ContentType ?? "no Content-Type"}, not {ContentType}";

    private static bool Accepts(SipRequest request)
    {
        var accepted = request.Headers.Values("Accept")
            .Select(a => a.Split(';')[0].Trim().ToLowerInvariant())
            .ToList();
        return accepted.Count == 0 || accepted.Exists(a => a is ContentType or "application/*" or "*/*");
    }
}
