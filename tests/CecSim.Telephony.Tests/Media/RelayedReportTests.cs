namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// Every figure of both reports beside what the network between them counted: loss and reordering each way, five
/// minutes of sound and pictures.
/// </summary>
public sealed class RelayedReportTests
{
    private static readonly TimeSpan CallTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 30)]
    [InlineData(0.05, 0)]
    [InlineData(0.05, 30)]
    [InlineData(0.2, 0)]
    [InlineData(0.2, 30)]
    public void Every_figure_is_the_networks(double loss, int jitterMilliseconds)
    {
        var jitter = TimeSpan.FromMilliseconds(jitterMilliseconds);
        var call = new RelayedCall(new Network(1, loss, Delay, jitter), new Network(2, loss, Delay, jitter));

        call.Run(CallTime);
        call.Rest();

        foreach (var (index, (gateway, caller)) in call.Gateway.Report().Zip(call.Caller.Report()).Index())
        {
            var up = new LineCounts(call.Up, call.UpReports, call.Caller, index);
            var down = new LineCounts(call.Down, call.DownReports, call.Gateway, index);
            AssertFigures(gateway, up, down);
            AssertFigures(caller, down, up);
            var isRepaired = index == 1 && loss > 0;
            Assert.Equal((isRepaired, isRepaired), (gateway.NacksIn > 100, gateway.NacksOut > 100));
        }
    }

    [Fact]
    public void What_is_lost_on_the_way_there_is_not_lost_on_the_way_back()
    {
        var call = new RelayedCall(
            new Network(3, 0.2, Delay, TimeSpan.Zero), new Network(4, 0, Delay, TimeSpan.Zero));

        call.Run(CallTime);
        call.Rest();

        Assert.All(call.Gateway.Report(), l => Assert.Equal(0, l.LostOut));
        Assert.All(call.Caller.Report(), l => Assert.Equal(0, l.LostIn));
        Assert.All(call.Gateway.Report(), l => Assert.NotEqual(0, l.LostIn));
    }

    [Fact]
    public void Pictures_come_back_though_one_packet_in_twenty_is_lost_each_way()
    {
        var jitter = TimeSpan.FromMilliseconds(10);
        var call = new RelayedCall(new Network(5, 0.05, Delay, jitter), new Network(6, 0.05, Delay, jitter));

        call.Run(CallTime);

        var (there, back) = (call.Gateway.Report()[1], call.Caller.Report()[1]);
        Assert.Equal((0, 0), (there.FrozenSeconds, back.FrozenSeconds));
        Assert.InRange(there.FramesIn, 15 * 300 * 99 / 100, 15 * 300);
        Assert.InRange(back.FramesIn, there.FramesIn * 98 / 100, there.FramesIn);
        Assert.True(there.LostIn > 100 && back.LostIn > 100);

        // What was only overtaken may be asked for too.
        Assert.InRange(there.RetransmittedIn, there.LostIn * 9 / 10, there.LostIn * 4);
        Assert.InRange(there.RetransmittedOut, back.LostIn * 9 / 10, back.LostIn * 4);
    }

    [Fact]
    public void The_same_network_does_the_same_again_to_the_byte()
    {
        Assert.Equal(Lossy().Transcript, Lossy().Transcript);

        static RelayedCall Lossy()
        {
            var jitter = TimeSpan.FromMilliseconds(30);
            var call = new RelayedCall(new Network(7, 0.05, Delay, jitter), new Network(8, 0.05, Delay, jitter));
            call.Run(TimeSpan.FromSeconds(20));
            return call;
        }
    }

    private static void AssertFigures(LineReport line, LineCounts received, LineCounts sent)
    {
        AssertNear(received.Media.Arrived, line.PacketsIn, "packets in");
        AssertNear(received.Media.BytesArrived, line.BytesIn, "bytes in");
        AssertNear(received.Media.Lost, line.LostIn, "lost in");
        AssertNear(sent.Media.Seen, line.PacketsOut, "packets out");
        AssertNear(sent.Media.BytesSeen, line.BytesOut, "bytes out");
        AssertNear(sent.Media.Lost, line.LostOut!.Value, "lost out");
        AssertNear(received.Again?.Arrived ?? 0, line.RetransmittedIn, "retransmitted in");
        AssertNear(sent.Again?.Seen ?? 0, line.RetransmittedOut, "retransmitted out");
        var rate = line.Medium == "audio" ? 48_000 : 90_000;
        AssertNear(received.Media.Jitter, line.Jitter.TotalSeconds * rate, "jitter");
        AssertNear(sent.AskedFor(received).NacksArrived, line.NacksIn, "requests for packets in");
        AssertNear(received.AskedFor(sent).Nacks, line.NacksOut, "requests for packets out");
        AssertNear(sent.AskedFor(received).KeyFramesArrived, line.KeyFrameRequestsIn, "requests for key frames in");
        AssertNear(received.AskedFor(sent).KeyFrames, line.KeyFrameRequestsOut, "requests for key frames out");
        AssertNear(
            sent.RoundTrip(received).TotalMilliseconds, line.RoundTrip!.Value.TotalMilliseconds, "round trip in ms");
    }

    private static void AssertNear(double counted, double told, string figure) => Assert.True(
        Math.Abs(counted - told) <= Math.Max(1, counted / 100), $"{figure}: {told}, and {counted} were counted");

    /// <summary>What went one way of a line, and what was asked for and answered that way about the other.</summary>
    private sealed class LineCounts(Network network, RtcpCount reports, MediaSections sender, int index)
    {
        private readonly Telephony.Media.Lines.MediaSection _line = sender.Active.ElementAt(index);

        public NetworkCount Media => network.Of(_line.Ssrc);

        public NetworkCount? Again => _line.RetransmissionSsrc is { } ssrc ? network.Of(ssrc) : null;

        /// <param name="back">Where the one that misses them sends.</param>
        public RtcpCount.Requests AskedFor(LineCounts back) => back.Reports.Of(_line.Ssrc);

        public TimeSpan RoundTrip(LineCounts back) => back.Reports.RoundTripOf(_line.Ssrc, Reports);

        private RtcpCount Reports => reports;
    }
}
