using CecSim.Server.Listeners;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Listeners;

/// <summary>Where softphones register.</summary>
public sealed class SipPortTests
{
    [Theory]
    [InlineData("127.0.0.1", SocketType.Stream, ProtocolType.Tcp)]
    [InlineData("127.0.0.1", SocketType.Dgram, ProtocolType.Udp)]
    [InlineData("::1", SocketType.Stream, ProtocolType.Tcp)]
    [InlineData("::1", SocketType.Dgram, ProtocolType.Udp)]
    public async Task A_port_in_use_is_refused_on_both_transports_of_both_loopback_addresses(
        string address, SocketType type, ProtocolType protocol)
    {
        var place = new IPEndPoint(IPAddress.Parse(address), 0);
        using var taken = new Socket(place.AddressFamily, type, protocol);
        taken.Bind(place);
        if (type == SocketType.Stream)
        {
            taken.Listen();
        }

        place = (IPEndPoint)taken.LocalEndPoint!;
        await using var app = Build(new CecSimArgs { SipPort = place.Port });

        var refused = await Assert.ThrowsAsync<ListenException>(() => app.StartAsync(TestEnds));

        // Another test may have the same number at the other loopback address.
        Assert.Matches(
            $@"^Failed to bind to address sip:(127\.0\.0\.1|\[::1\]):{place.Port}: address already in use\. " +
            "Choose another with --sip-port",
            refused.Message);
    }

    [Fact]
    public async Task A_free_port_is_one_of_both_loopback_addresses_by_UDP_and_TCP()
    {
        await using var app = Build(new CecSimArgs { SipPort = 0 });
        await app.StartAsync(TestEnds);

        var places = ServerPorts.Of(app).Softphones;

        Assert.Equal(["127.0.0.1", "::1"], places.Select(p => $"{p.Address}"));
        Assert.Single(places.Select(p => p.Port).Distinct());
        foreach (var place in places)
        {
            using var byTcp = new TcpClient(place.AddressFamily);
            await byTcp.ConnectAsync(place, TestEnds);
            using var byUdp = new Socket(place.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            Assert.Throws<SocketException>(() => byUdp.Bind(place));
        }
    }

    [Fact]
    public async Task An_address_that_the_machine_lacks_is_left_out()
    {
        await using var app = Build(new CecSimArgs
        {
            SipPort = 0,
            SipAddresses = [IPAddress.Loopback, IPAddress.Parse("2001:db8::7")],
        });
        await app.StartAsync(TestEnds);

        Assert.Equal(IPAddress.Loopback, ServerPorts.Of(app).Softphones.Single().Address);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(5060, true)]
    public async Task The_only_address_that_the_machine_lacks_is_said_so(int port, bool takesNext)
    {
        await using var app = Build(new CecSimArgs
        {
            SipPort = port,
            SipTakesNextPort = takesNext,
            SipAddresses = [IPAddress.Parse("192.0.2.7")],
        });

        var refused = await Assert.ThrowsAsync<ListenException>(() => app.StartAsync(TestEnds));

        Assert.StartsWith(
            $"Failed to bind to address sip:192.0.2.7:{port}: this machine has no such address.",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_was_given_up_for_one_transport_is_free_again()
    {
        // A number that is free for TCP: among so many tests, one that only UDP has free may well be taken there.
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
        free.Stop();
        await using var app = Build(new CecSimArgs { SipPort = port });
        await Assert.ThrowsAsync<ListenException>(() => app.StartAsync(TestEnds));

        using var next = new TcpListener(IPAddress.Loopback, port);
        next.Start();
    }

    [Fact]
    public async Task The_next_port_that_is_free_stands_in_where_that_will_do()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.Client.LocalEndPoint!).Port;
        await using var app = Build(new CecSimArgs { SipPort = port, SipTakesNextPort = true });

        await app.StartAsync(TestEnds);

        // What is next may be taken too, by whoever else tests here.
        Assert.InRange(ServerPorts.Of(app).Softphones[0].Port, port + 1, port + 100);
    }

    private static WebApplication Build(CecSimArgs args) =>
        CecSimHost.Build(args with { Urls = ["http://127.0.0.1:0"], LogLevel = LogLevel.None });
}
