using System.Diagnostics;

namespace CecSim.Telephony.Tests.Media;

/// <summary>Many calls at once on one port; peers and gateway share the machine and the process.</summary>
public sealed class GatewayLoadTests
{
    private const int Calls = 200;

    [Fact]
    public async Task Two_hundred_calls_connect_at_once_echo_and_leave_nothing_behind()
    {
        await using var test = new GatewayUnderTest();
        var began = Stopwatch.GetTimestamp();

        var calls = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => test.ConnectAsync())));
        var connected = Stopwatch.GetElapsedTime(began);
        await Task.WhenAll(calls.Select(c => EchoAsync(c, packets: 50)));
        var echoed = Stopwatch.GetElapsedTime(began) - connected;

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Calls} calls connected in {connected.TotalMilliseconds:F0} ms, " +
            $"{Calls * 50} packets there and back in {echoed.TotalMilliseconds:F0} ms");
        Assert.Equal(new GatewayCounts(Calls, Calls, Calls, 0, 0), test.Gateway.Counts);
        Assert.All(calls, c => Assert.Equal(50, c.Call.Report().Lines[0].PacketsOut));

        foreach (var call in calls)
        {
            call.Call.Close();
        }

        Assert.Equal(new GatewayCounts(0, 0, 0, 0, 0), test.Gateway.Counts);
    }

    [Fact]
    public async Task An_idle_gateway_runs_no_timer()
    {
        await using var test = new GatewayUnderTest();
        Assert.Equal(0, test.Time.TimersCount);

        var call = await test.ConnectAsync();
        Assert.Equal(1, test.Time.TimersCount);

        call.Call.Close();
        test.Time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal(0, test.Time.TimersCount);
    }

    private static async Task EchoAsync(ConnectedCall call, int packets)
    {
        for (var i = 0; i < packets; i++)
        {
            call.Peer.SendRtp(Rtp.Packet(111, i + 1, (uint)(960 * i), new byte[100]));
            await call.Peer.NextRtpAsync();
        }
    }
}
