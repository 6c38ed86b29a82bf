namespace CecSim.Telephony.Sip;

/// <summary>A call that waits for its decision.</summary>
public sealed class IncomingInvite
{
    private readonly SipRequest _request;

    internal IncomingInvite(SipCall call, SipRequest request, SipUri uri, InviteDecision.Refuse? unreadable)
    {
        Unreadable = unreadable;
        _request = request;
        Call = call;
        User = uri.User ?? "";
        Domain = uri.Host;
        Offer = request.BodyText;
    }

    public SipCall Call { get; }

    public string CallId => _request.CallId;

    /// <summary>Who is called: the user part of the Request-URI without its escapes.</summary>
    public string User { get; }

    public string Domain { get; }

    public string From => _request.Headers["From"]!;

    /// <summary>Empty for a caller without a user part.</summary>
    public string FromUser => _request.From.Uri.User ?? "";

    public string FromDomain => _request.From.Uri.Host;

    public string FromDisplayName => _request.From.DisplayName;

    /// <summary>
    /// Empty for a caller that wants an offer in the 200 instead, and answers it in its ACK (RFC 3261, section 13.2.1).
    /// </summary>
    public string Offer { get; }

    /// <summary>
    /// Why nobody here can read its offer: the decision once it is known that there is whom it calls, since a
    /// Request-URI is judged before the content (RFC 3261, section 8.2). Null when it can be read.
    /// </summary>
    public InviteDecision.Refuse? Unreadable { get; }

    public IReadOnlyCollection<SipHeader> Headers => _request.Headers;

    /// <summary>Tells the caller that it rings (180).</summary>
    public void Ring() => Call.Ring();
}
