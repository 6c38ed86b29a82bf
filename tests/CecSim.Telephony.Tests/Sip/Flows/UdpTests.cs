using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Flows;

public sealed class UdpTests : IAsyncDisposable
{
    private const string Options = "OPTIONS sip:9001@cec.test SIP/2.0";

    private readonly SipTestServer _bench = new();
    private readonly SipUdpListener _listener;
    private readonly SocketPhone _phone;

    public UdpTests()
    {
        _listener = _bench.Server.ListenUdp(new IPEndPoint(IPAddress.Loopback, 0));
        _phone = new SocketPhone(ProtocolType.Udp, _listener.LocalEndPoint);
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _bench.Server.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_goes_where_the_datagram_came_from()
    {
        await _phone.SendAsync(Text(Options, "Via: SIP/2.0/UDP elsewhere.test:9;rport;branch=z9hG4bK1"));

        var ok = await _phone.TakeDatagramAsync();
        Assert.Equal(200, ok.Status);
        Assert.EndsWith($";received=127.0.0.1;rport={_phone.Port}", ok["Via"], StringComparison.Ordinal);
    }

    // RFC 3261, section 18.2.2.
    [Fact]
    public async Task Without_rport_an_answer_goes_to_the_port_of_the_via()
    {
        using var other = new SocketPhone(ProtocolType.Udp, _listener.LocalEndPoint);

        await other.SendAsync(Text(Options, $"Via: SIP/2.0/UDP 127.0.0.1:{_phone.Port};branch=z9hG4bK2"));

        Assert.Equal(200, (await _phone.TakeDatagramAsync()).Status);
    }

    [Fact]
    public async Task Our_contact_is_the_address_that_the_caller_reached()
    {
        await _phone.SendAsync(Text(
            "INVITE sip:9001@cec.test SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK3",
            "Contact: <sip:ann@127.0.0.1>",
            "Content-Type: application/sdp") + Caller.Offer);

        Assert.Equal(100, (await _phone.TakeDatagramAsync()).Status);
        Assert.Equal($"<sip:cecsim@{_listener.LocalEndPoint}>", (await _phone.TakeDatagramAsync())["Contact"]);
    }

    [Fact]
    public async Task A_socket_bound_to_every_address_names_the_one_that_leads_to_the_caller()
    {
        var open = _bench.Server.ListenUdp(new IPEndPoint(IPAddress.Any, 0));
        using var phone = new SocketPhone(
            ProtocolType.Udp, new IPEndPoint(IPAddress.Loopback, open.LocalEndPoint.Port));
        await phone.SendAsync(Text(
            "INVITE sip:9001@cec.test SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK4",
            "Contact: <sip:ann@127.0.0.1>",
            "Content-Type: application/sdp") + Caller.Offer);

        await phone.TakeDatagramAsync();
        Assert.Equal(
            $"<sip:cecsim@127.0.0.1:{open.LocalEndPoint.Port}>", (await phone.TakeDatagramAsync())["Contact"]);
    }

    [Fact]
    public async Task Keep_alives_and_rubbish_are_passed_over()
    {
        await _phone.SendAsync("\r\n\r\n");
        await _phone.SendAsync("\0\0\0\0");
        await _phone.SendAsync("rubbish");
        await _phone.SendAsync(Text(Options, "Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK5"));

        Assert.Equal(200, (await _phone.TakeDatagramAsync()).Status);
        Assert.Equal(1, _bench.Server.Tally.UnreadableCount);
    }
}
