namespace CecSim.Telephony.Tests.Sip;

/// <summary>Writes the requests of one call as its caller would.</summary>
internal sealed class Caller(Phone phone, string callId = "call-1")
{
    public const string Offer = "v=0\r\ns=offer\r\n";
    public const string Answer = "v=0\r\ns=answer\r\n";

    private int _branches;

    public string Id => callId;

    public int Sequence { get; private set; }

    public string? ToTag { get; set; }

    public string? LastBranch { get; private set; }

    public string Target { get; init; } = "sip:9001@cec.test";

    public string Invite(string extra = "", string? body = Offer) => Request(
        "INVITE", $"Contact: <sip:caller@phone.invalid;transport=ws>\r\n{extra}", body, "application/sdp");

    public string Request(string method, string extra = "", string? body = null, string type = "text/plain")
    {
        Sequence++;
        LastBranch = $"z9hG4bK-{callId}-{++_branches}";
        return Write(method, LastBranch, extra, body, type);
    }

    /// <summary>Of a 2xx: a branch of its own.</summary>
    /// <param name="sequence">Of the INVITE; null for the last request's.</param>
    public string Ack(string? body = null, string type = "application/sdp", int? sequence = null) =>
        Write("ACK", $"z9hG4bK-{callId}-{++_branches}", "", body, type, sequence);

    /// <summary>Of a refusal: the branch of the INVITE.</summary>
    public string AckRefusal() => Write("ACK", LastBranch!, "", null, "");

    public string Cancel() => Write("CANCEL", LastBranch!, "", null, "");

    /// <summary>100 and 200 are taken, the ACK is sent.</summary>
    public SipWireText Connect()
    {
        phone.Send(Invite());
        Assert.Equal(100, phone.Take().Status);
        var ok = phone.Take();
        Assert.Equal(200, ok.Status);
        ToTag = ok.ToTag;
        phone.Send(Ack());
        return ok;
    }

    /// <summary>An answer to a request that we got.</summary>
    public static string AnswerTo(SipWireText request, int status, string? body = null) =>
        $"SIP/2.0 {status} Answer\r\n" +
        string.Concat(request.All("Via").Select(v => $"Via: {v}\r\n")) +
        $"From: {request["From"]}\r\nTo: {request["To"]}\r\nCall-ID: {request["Call-ID"]}\r\n" +
        $"CSeq: {request["CSeq"]}\r\n" +
        (body is null ? "" : "Content-Type: application/sdp\r\n") +
        $"Content-Length: {body?.Length ?? 0}\r\n\r\n{body}";

    private string Write(
        string method, string branch, string extra, string? body, string type, int? sequence = null) =>
        $"{method} {Target} SIP/2.0\r\n" +
        $"Via: SIP/2.0/{phone.Transport} phone.invalid;branch={branch};rport\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: \"Ann\" <sip:ann@cec.test>;tag=from-{callId}\r\n" +
        $"To: <{Target}>{(ToTag is null ? "" : $";tag={ToTag}")}\r\n" +
        $"Call-ID: {callId}\r\n" +
        $"CSeq: {sequence ?? Sequence} {method}\r\n" +
        extra +
        (body is null ? "" : $"Content-Type: {type}\r\n") +
        $"Content-Length: {body?.Length ?? 0}\r\n\r\n{body}";
}
