using System.Net.Sockets;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>The ports of phones as the machine has them.</summary>
public sealed class PhonePortsTests : IAsyncDisposable
{
    private static readonly MediaOptions Phones = new() { TakesPhones = true };

    private readonly Guard _guard = new(new WriterLog(Console.Error));

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        Assert.Empty(_guard.Failures);
    }

    [Fact]
    public async Task A_pair_is_even_and_odd_and_free_again_when_it_is_given_back()
    {
        await using var ports = new PhonePorts(IPAddress.Loopback, [], first: 0, pairsMax: 1, _guard);

        var pair = ports.TryOpen(null)!;

        Assert.Equal(0, pair.Rtp.Local.Port % 2);
        Assert.Equal(pair.Rtp.Local.Port + 1, pair.Rtcp.Local.Port);
        Assert.Equal(pair.Rtp.Local, pair.Advertised);
        Assert.Null(ports.TryOpen(null));
        pair.GiveBack();
        pair.GiveBack();
        Assert.Equal(0, ports.Open);
        using var taken = new UdpClient(pair.Rtp.Local);
        Assert.NotNull(ports.TryOpen(null));
    }

    [Fact]
    public async Task A_range_is_kept_to_and_what_is_taken_in_it_passed_over()
    {
        var first = FreePort.OfUdp() & ~1;
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, first + 1));
        await using var ports = new PhonePorts(IPAddress.Loopback, [], first, pairsMax: 4, _guard);

        var pair = ports.TryOpen(null);

        Assert.NotNull(pair);
        Assert.InRange(pair.Rtp.Local.Port, first + 2, first + 7);
    }

    [Fact]
    public async Task Bound_to_all_addresses_a_phone_is_told_the_one_that_leads_to_it()
    {
        await using var ports = new PhonePorts(IPAddress.Any, [], first: 0, pairsMax: 2, _guard);

        Assert.Equal(IPAddress.Loopback, ports.TryOpen(IPAddress.Loopback)!.Advertised.Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2001:db8::1")]
    [InlineData("255.255.255.255")]
    public async Task Bound_to_all_addresses_nobody_is_told_one_that_means_all(string? peer)
    {
        await using var ports = new PhonePorts(IPAddress.Any, [], first: 0, pairsMax: 2, _guard);

        var pair = ports.TryOpen(peer is null ? null : IPAddress.Parse(peer))!;

        Assert.Equal(IPAddress.Loopback, pair.Advertised.Address);
    }

    [Fact]
    public async Task What_is_advertised_stands_in_for_what_is_bound()
    {
        var outside = IPAddress.Parse("203.0.113.1");
        await using var ports = new PhonePorts(IPAddress.Loopback, [outside], first: 0, pairsMax: 2, _guard);

        Assert.Equal(outside, ports.TryOpen(null)!.Advertised.Address);
    }

    [Fact]
    public async Task Ports_may_be_closed_twice()
    {
        var ports = new PhonePorts(IPAddress.Loopback, [], first: 0, pairsMax: 2, _guard);
        ports.TryOpen(null)!.Start((_, _, _, _) => { }, _ => { });

        await ports.DisposeAsync();
        await ports.DisposeAsync();

        Assert.Equal(0, ports.Open);
    }

    [Fact]
    public async Task A_phone_on_a_socket_has_its_sound_back_and_the_ports_are_closed_with_the_call()
    {
        await using var test = new GatewayUnderTest();
        using var phone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var text = new PhoneText { Address = "127.0.0.1", Port = ((IPEndPoint)phone.Client.LocalEndPoint!).Port };
        var (call, answer) = GatewayUnderTest.Accepted(test.Gateway.Accept(text.ToString(), Phones));
        Assert.Equal(2, test.Gateway.Counts.PhonePorts);
        var port = int.Parse(SdpLines.Section(answer, 0)[0].Split(' ')[1]);

        await phone.SendAsync(Rtp.Packet(0, 1, 160, [1, 2, 3]), new IPEndPoint(IPAddress.Loopback, port),
            TestContext.Current.CancellationToken);
        var echo = await phone.ReceiveAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], Rtp.Payload(echo.Buffer));
        call.Close();
        Assert.Equal(new GatewayCounts(0, 0, 0, 0, 0), test.Gateway.Counts);
        using var free = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
    }
}
