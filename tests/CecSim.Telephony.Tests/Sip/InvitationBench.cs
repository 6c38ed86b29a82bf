using CecSim.Telephony.Tests.Registrar;

namespace CecSim.Telephony.Tests.Sip;

/// <summary>A server that calls phones, and what it is told of that.</summary>
internal sealed class InvitationBench : ISipInvitationEvents
{
    private SipWireText? _invite;
    private int _phonesCount;

    public SipTestServer Sip { get; } = new();

    public List<string> Told { get; } = [];

    public SipCall? Call { get; private set; }

    public string? Sdp { get; private set; }

    /// <summary>How what it is told begins, at which it throws.</summary>
    public string? ThrowsAt { get; set; }

    public Phone Register(Phone? phone = null, string? contact = null)
    {
        phone ??= Phone.OnDatagrams(Sip.Server);
        var softphone = new Softphone(phone) { CallId = $"register-{_phonesCount++}" };
        softphone.Contact = contact ?? softphone.Contact;
        Assert.Equal(200, softphone.Register("Expires: 3600\r\n").Status);
        return phone;
    }

    public SipInvitation Invite(bool answersItself = false) => Sip.Server.Invite(
        new OutgoingInvite("AnonymousCard", "1001", "cec.test") { DisplayName = "Ann", AnswersItself = answersItself },
        [.. Sip.Server.Registrar.Find("1001", "cec.test").Select(b => new InvitedContact(b, Caller.Offer))],
        this);

    public void Connect(Phone phone)
    {
        Invite();
        var invite = phone.Take();
        _invite = invite;
        Answer(phone, invite, "200 OK", Caller.Answer);
        Assert.Equal("ACK", phone.Take().StartLine.Split(' ')[0]);
    }

    public static void Answer(Phone phone, SipWireText request, string status, string sdp = "") => phone.Send(
        $"SIP/2.0 {status}\r\n" +
        $"Via: {request["Via"]}\r\n" +
        $"From: {request["From"]}\r\n" +
        $"To: {request["To"]}{(status.StartsWith("100", StringComparison.Ordinal) ? "" : ";tag=phone")}\r\n" +
        $"Call-ID: {request["Call-ID"]}\r\n" +
        $"CSeq: {request["CSeq"]}\r\n" +
        "Contact: <sip:1001@127.0.0.1:5099>\r\n" +
        (sdp.Length == 0 ? "" : "Content-Type: application/sdp\r\n") +
        $"Content-Length: {Encoding.UTF8.GetByteCount(sdp)}\r\n\r\n{sdp}");

    public string InCall(string method, int sequence, string sdp = "") =>
        $"{method} sip:cecsim@127.0.0.1:5060 SIP/2.0\r\n" +
        $"Via: SIP/2.0/UDP 127.0.0.1:5099;branch=z9hG4bK-phone-{_invite!["Call-ID"]}-{sequence}\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: {_invite["To"]};tag=phone\r\n" +
        $"To: {_invite["From"]}\r\n" +
        $"Call-ID: {_invite["Call-ID"]}\r\n" +
        $"CSeq: {sequence} {method}\r\n" +
        "Contact: <sip:1001@127.0.0.1:5099>\r\n" +
        (sdp.Length == 0 ? "" : "Content-Type: application/sdp\r\n") +
        $"Content-Length: {Encoding.UTF8.GetByteCount(sdp)}\r\n\r\n{sdp}";

    public void AssertNothingLeft()
    {
        Sip.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new SipLoad(0, 0, 0, 0), Sip.Server.Load);
    }

    void ISipInvitationEvents.Alerts(InvitedContact contact, int status, string earlySdp) => Hear($"alerts {status}");

    void ISipInvitationEvents.Answered(InvitedContact contact, SipCall answered, string sdp)
    {
        (Call, Sdp) = (answered, sdp);
        Hear("answered");
    }

    void ISipInvitationEvents.Failed(int status, string reason) => Hear($"failed {status} {reason}");

    private void Hear(string told)
    {
        Told.Add(told);
        if (ThrowsAt is { } start && told.StartsWith(start, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("no book");
        }
    }
}
