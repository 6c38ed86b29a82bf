using static CecSim.Telephony.Tests.Sip.Messages.SipText;
using CecSim.Tests;

namespace CecSim.Telephony.Tests.Sip.Flows;

public sealed class TcpTests : IAsyncDisposable
{
    private const string Options = "OPTIONS sip:9001@cec.test SIP/2.0";

    private readonly SipTestServer _bench = new(new SipServerSettings { TcpConnectionsMax = 1 });
    private readonly SipTcpListener _listener;
    private readonly SocketPhone _phone;

    public TcpTests()
    {
        _listener = _bench.Server.ListenTcp(new IPEndPoint(IPAddress.Loopback, 0));
        _phone = new SocketPhone(ProtocolType.Tcp, _listener.LocalEndPoint);
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _bench.Server.DisposeAsync();
    }

    [Fact]
    public async Task Two_requests_in_one_piece_get_two_answers_in_their_order()
    {
        await _phone.SendAsync(Text(Options, "Call-ID: 1", "l: 0") + Text(Options, "Call-ID: 2", "l: 0", Via("b")));

        Assert.Equal("1", (await _phone.TakeFromStreamAsync())["Call-ID"]);
        Assert.Equal("2", (await _phone.TakeFromStreamAsync())["Call-ID"]);
    }

    [Fact]
    public async Task A_keep_alive_is_answered()
    {
        await _phone.SendAsync("\r\n\r\n");

        Assert.Equal("\r\n", await _phone.ReadAsync());
    }

    [Fact]
    public async Task A_stream_that_cannot_be_followed_is_told_so_and_ended()
    {
        await _phone.SendAsync(Text(Options) + "body without a length");

        Assert.Equal("SIP/2.0 400 A stream needs Content-Length", (await _phone.TakeFromStreamAsync()).StartLine);
        Assert.Empty(await _phone.ReadAsync());
    }

    [Fact]
    public async Task A_call_ends_a_while_after_its_connection()
    {
        await InviteAsync();

        _phone.Dispose();
        await Eventually.IsTrueAsync("the end of the connection", () => _listener.ConnectionsCount == 0);

        _bench.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(CallEndKind.FlowLost, await _bench.FirstEnd);
    }

    [Fact]
    public async Task A_server_that_stops_says_goodbye_first()
    {
        await InviteAsync();

        await _bench.Server.DisposeAsync();

        Assert.StartsWith("BYE ", (await _phone.TakeFromStreamAsync()).StartLine, StringComparison.Ordinal);
        Assert.Empty(await _phone.ReadAsync());
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_counted()
    {
        await _phone.SendAsync(Text(Options, "l: 0"));
        await _phone.TakeFromStreamAsync();

        using var other = new SocketPhone(ProtocolType.Tcp, _listener.LocalEndPoint);

        Assert.Empty(await other.ReadAsync());
        Assert.Equal(1, _bench.Server.Tally.ConnectionsRefusedCount);
    }

    private async Task InviteAsync()
    {
        await _phone.SendAsync(Text(
            "INVITE sip:9001@cec.test SIP/2.0",
            "Contact: <sip:ann@127.0.0.1;transport=tcp>",
            "Content-Type: application/sdp",
            $"Content-Length: {Caller.Offer.Length}") + Caller.Offer);
        Assert.Equal(100, (await _phone.TakeFromStreamAsync()).Status);
        Assert.Equal(200, (await _phone.TakeFromStreamAsync()).Status);
    }

    private static string Via(string branch) => $"Via: SIP/2.0/TCP host.test;branch=z9hG4bK{branch}";
}
