namespace CecSim.Telephony.Tests.Media;

/// <summary>A gateway with several addresses answers from the one that was asked, and tells it.</summary>
public sealed class LocalAddressTests : IAsyncDisposable
{
    private static readonly IPAddress[] Both = [IPAddress.Loopback, IPAddress.Parse("127.0.0.2")];

    private readonly GatewayUnderTest _test = new(new MediaSettings
    {
        BindAddress = IPAddress.Any,
        AdvertisedAddresses = Both,
    });

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_candidate_that_a_peer_uses_is_the_one_that_answers_and_is_told(int index)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere 127.0.0.2 is no address of the machine.
            return;
        }

        var peer = _test.NewPeer();
        var (call, answer) = GatewayUnderTest.Accepted(_test.Gateway.Accept(peer.Offer.ToString()));
        var other = _test.Gateway.Addresses[1 - index].Address;
        var lines = SdpLines.Of(answer).Where(l => !l.Contains($" {other} ", StringComparison.Ordinal));

        await peer.ConnectAsync(string.Concat(lines.Select(l => l + "\r\n")));

        Assert.Equal(new IPEndPoint(Both[index], _test.Gateway.Addresses[0].Port), call.Report().Local);
        peer.SendRtp(Rtp.Packet(111, 1, 960, [1, 2, 3]));
        Assert.Equal([1, 2, 3], Rtp.Payload(await peer.NextRtpAsync()));
    }

    [Fact]
    public async Task An_address_of_somebody_in_front_is_told_though_it_is_not_bound()
    {
        await using var test = new GatewayUnderTest(new MediaSettings
        {
            BindAddress = IPAddress.Any,
            AdvertisedAddresses = [IPAddress.Parse("192.0.2.7")],
        });

        Assert.Equal(["192.0.2.7"], test.Gateway.Addresses.Select(a => $"{a.Address}"));
    }

    [Fact]
    public void A_port_that_is_taken_on_one_address_is_taken()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var settings = new MediaSettings
        {
            BindAddress = IPAddress.Any,
            Port = ((IPEndPoint)taken.Client.LocalEndPoint!).Port,
        };

        var refused = Assert.Throws<SocketException>(
            () => new MediaGateway(settings, TimeProvider.System, new Guard(new WriterLog(Console.Error))));

        Assert.Equal(SocketError.AddressAlreadyInUse, refused.SocketErrorCode);
    }
}
