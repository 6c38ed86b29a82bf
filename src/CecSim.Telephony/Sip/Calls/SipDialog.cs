using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip.Calls;

/// <summary>The state that requests of one call share (RFC 3261, section 12).</summary>
internal sealed class SipDialog
{
    private readonly string _local;
    private readonly string _remote;
    private readonly List<string> _routes;
    private uint _localSequence;

    // Null before the other side's first request of its own.
    private uint? _remoteSequence;
    private string _remoteTarget = "";

    /// <summary>Of an INVITE that came (section 12.1.1).</summary>
    public SipDialog(SipRequest invite, string localTag, SipFlow flow)
    {
        Flow = flow;
        CallId = invite.CallId;
        LocalTag = localTag;
        _local = $"{invite.Headers["To"]};tag={localTag}";
        _remote = invite.Headers["From"]!;
        _routes = [.. invite.Headers.Values("Record-Route")];
        _remoteSequence = invite.Sequence;
        Key = KeyOf(CallId, localTag, invite.From.Tag);
        TakeTarget(invite);
    }

    /// <summary>Of an INVITE of ours that was answered (section 12.1.2).</summary>
    /// <param name="early">What provisional answers had made of it before; null for none.</param>
    public SipDialog(SipRequest invite, SipResponse answer, SipFlow flow, SipDialog? early = null)
    {
        Flow = flow;
        CallId = invite.CallId;
        LocalTag = invite.From.Tag!;
        HasOwnCallId = true;
        _local = invite.Headers["From"]!;
        _remote = answer.Headers["To"]!;
        _routes = [.. answer.Headers.Values("Record-Route").Reverse()];
        _localSequence = early?._localSequence ?? invite.Sequence;
        _remoteSequence = early?._remoteSequence;
        _remoteTarget = invite.Uri;
        Key = KeyOf(CallId, LocalTag, answer.To.Tag);
        TakeTarget(answer);
    }

    /// <summary>Another one when the caller came back by it.</summary>
    public SipFlow Flow { get; set; }

    public string CallId { get; }

    public string LocalTag { get; }

    public string Key { get; }

    /// <summary>Whether this side made the Call-ID, which decides who gives way (section 14.1).</summary>
    public bool HasOwnCallId { get; }

    public static string KeyOf(SipRequest inDialog) => KeyOf(inDialog.CallId, inDialog.To.Tag!, inDialog.From.Tag);

    /// <summary>Where the caller wants to be reached from now on (sections 12.2.1.2 and 12.2.2).</summary>
    public void TakeTarget(SipMessage message)
    {
        if (message.Headers.Values("Contact").FirstOrDefault() is { } contact
            && SipAddress.TryParse(contact, out var address))
        {
            _remoteTarget = address.Uri.Text;
        }
    }

    /// <summary>Whether a request comes in order (section 12.2.2).</summary>
    public bool TakeSequence(SipRequest request)
    {
        if (request.Sequence <= _remoteSequence)
        {
            return false;
        }

        _remoteSequence = request.Sequence;
        return true;
    }

    public SipRequest Create(string method) => Create(method, ++_localSequence);

    /// <summary>The ACK of a 2xx: outside of the transaction, with its number (section 13.2.2.4).</summary>
    public SipRequest CreateAck(SipRequest invite) => Create(SipMethods.Ack, invite.Sequence);

    private SipRequest Create(string method, uint sequence)
    {
        var request = new SipRequest(method, _remoteTarget);
        request.Headers.Add("Via", Flow.ViaFor(SipIds.Branch()));
        foreach (var route in _routes)
        {
            request.Headers.Add("Route", route);
        }

        request.Headers.Add("Max-Forwards", "70");
        request.Headers.Add("From", _local);
        request.Headers.Add("To", _remote);
        request.Headers.Add("Call-ID", CallId);
        request.Headers.Add("CSeq", string.Create(CultureInfo.InvariantCulture, $"{sequence} {method}"));
        if (method is SipMethods.Invite or SipMethods.Update or SipMethods.Notify)
        {
            request.Headers.Add("Contact", Flow.Contact);
        }

        return request;
    }

    public static string KeyOf(string callId, string localTag, string? remoteTag) =>
        $"{callId}|{localTag}|{remoteTag}";
}
