namespace CecSim.Telephony.Sip.Messages;

internal sealed class SipRequest(string method, string uri) : SipMessage
{
    public string Method { get; } = method;

    /// <summary>As it came over the wire; 0 for one of our own.</summary>
    public int BytesCount { get; init; }

    /// <summary>As written: it may be of a scheme nobody knows.</summary>
    public string Uri { get; } = uri;

    /// <summary>Writes into the topmost Via where the request came from, for the answers to repeat.</summary>
    public void NoteSource(IPEndPoint? source)
    {
        if (source is null)
        {
            return;
        }

        var vias = Headers.Values("Via").ToList();
        Headers.Set("Via", Via.From(source));
        foreach (var via in vias.Skip(1))
        {
            Headers.Add("Via", via);
        }
    }

    public SipResponse Answer(int status, string? reason = null) =>
        AnswerTo(new SipResponse(status, reason ?? SipReasons.Of(status)));

    /// <summary>A refusal in SIP's own words, and its sentence for the Warning.</summary>
    public SipResponse Refuse(int status, string why) =>
        AnswerTo(new SipResponse(status, SipReasons.Of(status)) { Why = why });

    public SipResponse Refuse(InviteDecision.Refuse refusal)
    {
        var status = Math.Clamp(refusal.Status, 300, 699);
        var reason = refusal.Reason is { } own ? SipWarning.OneLine(own) : SipReasons.Of(status);
        var response = AnswerTo(new SipResponse(status, reason)
        {
            Why = refusal.Why,
            WarnCode = refusal.WarnCode,
            IsOnPurpose = refusal.IsOnPurpose,
        });
        return refusal.Headers.Aggregate(response, (r, h) => r.With(h.Name, h.Value));
    }

    private SipResponse AnswerTo(SipResponse response)
    {
        // RFC 3261, section 8.2.6.2. A malformed request may lack any of them, and is answered with what it has.
        foreach (var name in (string[])["Via", "From", "To", "Call-ID", "CSeq"])
        {
            foreach (var field in Headers.Fields(name))
            {
                response.Headers.Add(name, field);
            }
        }

        return response;
    }
}
