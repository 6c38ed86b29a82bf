using System.Net;

namespace CecSim.Telephony.Sip.Messages;

internal sealed class SipRequest(string method, string uri) : SipMessage
{
    public string Method { get; } = method;

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

    public SipResponse Answer(int status, string? reason = null)
    {
        var response = new SipResponse(status, reason ?? SipReasons.Of(status));

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
