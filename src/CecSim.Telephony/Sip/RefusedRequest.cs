using CecSim.Telephony.Registrar;

namespace CecSim.Telephony.Sip;

/// <summary>A request that was answered with 400 or more, by the application or by the stack itself.</summary>
public sealed class RefusedRequest
{
    private readonly SipRequest _request;
    private readonly SipResponse _response;

    internal RefusedRequest(SipRequest request, SipResponse response, SipFlow flow, SipCall? call)
    {
        _request = request;
        _response = response;
        Flow = flow;
        Call = call;
        if (SipUri.TryParse(request.Uri, out var uri))
        {
            (User, Domain) = (uri.User ?? "", uri.Host);
        }

        if (request.Headers["From"] is { } from && SipAddress.TryParse(from, out var address))
        {
            FromUser = address.Uri.User ?? "";
        }
    }

    public SipFlow Flow { get; }

    /// <summary>Where it came from; null when the host does not know.</summary>
    public IPEndPoint? Remote => Flow.Remote;

    /// <summary>The call that it came in or would have made; null for none.</summary>
    public SipCall? Call { get; }

    public string Method => _request.Method;

    /// <summary>The Request-URI on one line, whatever the peer put into it.</summary>
    public string UriLine => SipWarning.OneLine(_request.Uri);

    /// <summary>Who was asked for; empty where the Request-URI has no user part, or is none.</summary>
    public string User { get; } = "";

    public string Domain { get; } = "";

    /// <summary>Empty where the From has no user part, or is none.</summary>
    public string FromUser { get; } = "";

    public IReadOnlyCollection<SipHeader> Headers => _request.Headers;

    public ReadOnlyMemory<byte> Body => _request.Body;

    /// <summary>Whether it brought a proof of who sends it.</summary>
    public bool HasCredentials => _request.Headers["Authorization"] is not null;

    /// <summary>
    /// Only the nonce was too old: whoever knows the password is asked once more, as happens to every phone.
    /// </summary>
    public bool IsStale => Status == 401
        && ResponseHeaders.Any(h => h.Name == "WWW-Authenticate"
            && DigestCredentials.Parse(h.Value)?["stale"] == "true");

    public int Status => _response.Status;

    public IReadOnlyCollection<SipHeader> ResponseHeaders => _response.Headers;

    /// <summary>In a sentence, what was wrong. It may hold what the peer wrote, on one line.</summary>
    public string Why => SipWarning.OneLine(_response.Why ?? _response.Reason);

    /// <summary>A test asked for it: nobody has done anything wrong.</summary>
    public bool IsOnPurpose => _response.IsOnPurpose;
}
