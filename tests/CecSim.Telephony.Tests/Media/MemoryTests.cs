using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Rtp;

namespace CecSim.Telephony.Tests.Media;

/// <summary>Thousands of packets a second should not keep the garbage collector busy.</summary>
public sealed class MemoryTests
{
    private const int Packets = 1000;

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(OfferText.Opus, 111)]
    [InlineData(OfferText.Pcmu, 0)]
    public void An_echoed_packet_takes_none(string codec, int payloadType)
    {
        var line = Line(new OfferText { Audio = [codec] }, MediaSource.Echo);
        var buffer = new byte[2048];
        var packet = Rtp.Loud(payloadType, 1, 960, 20, new byte[160]);
        ushort sequence = 65_000;

        Assert.InRange(AllocatedBy(() =>
        {
            packet.CopyTo(buffer, 0);
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(2), ++sequence);
            Assert.True(RtpHeader.TryRead(buffer.AsSpan(0, 180), out var header));
            line.Receive(buffer, 180, header);
        }), 0, 10 * Packets);
        Assert.Equal(Packets + 1, line.Report().PacketsOut);
    }

    [Fact]
    public void A_picture_that_is_repaired_and_could_be_sent_again_takes_none()
    {
        var line = Line(
            new OfferText { Audio = null, Video = [OfferText.Vp8, OfferText.Rtx] }, MediaSource.Echo);
        var buffer = new byte[2048];
        var packet = Rtp.Packet(96, 1, 960, [0x90, 0x80, 0x01, .. new byte[1000]], marker: true);
        ushort sequence = 65_000;
        void Take(int number)
        {
            packet.CopyTo(buffer, 0);
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(2), (ushort)number);
            BinaryPrimitives.WriteUInt32BigEndian(buffer.AsSpan(4), (uint)number * 3000);
            Assert.True(RtpHeader.TryRead(buffer.AsSpan(0, packet.Length), out var header));
            line.Receive(buffer, packet.Length, header);
        }

        // The buffers of what was sent are there after a round of their numbers.
        var before = 0L;
        for (var i = 0; i < Packets + 300; i += 2, sequence += 2)
        {
            before = i == 300 ? GC.GetAllocatedBytesForCurrentThread() : before;
            Take(sequence + 1);
            Take(sequence);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 * Packets);
        Assert.InRange(line.Report().PacketsOut, Packets, Packets + 300);
    }

    [Fact]
    public void A_generated_packet_takes_none()
    {
        var line = Line(new OfferText(), MediaSource.Music);

        Assert.InRange(AllocatedBy(() =>
        {
            _time.Leap(TimeSpan.FromMilliseconds(20));
            line.Tick();
        }), 0, 10 * Packets);
        Assert.InRange(line.Report().PacketsOut, Packets, Packets + 2);
    }

    [Fact]
    public void A_packet_that_goes_across_a_bridge_takes_none()
    {
        var (from, to) = (Line(new OfferText(), MediaSource.Peer), Line(new OfferText(), MediaSource.Peer));
        var (forwardTo, back) = (new ForwardQueue { IsWanted = true }, new ForwardQueue { IsWanted = true });
        from.Join(forwardTo);
        to.Join(back);
        var buffer = new byte[2048];
        var packet = Rtp.Loud(111, 1, 960, 20, new byte[160]);
        ushort sequence = 65_000;

        Assert.InRange(AllocatedBy(() =>
        {
            packet.CopyTo(buffer, 0);
            BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(2), ++sequence);
            Assert.True(RtpHeader.TryRead(buffer.AsSpan(0, 180), out var header));
            from.Receive(buffer, 180, header);
            while (forwardTo.TryTake(out var taken))
            {
                to.TakeForwarded(taken);
                ForwardQueue.Release(taken);
            }
        }), 0, 10 * Packets);
        Assert.Equal(Packets + 1, to.Report().PacketsOut);
    }

    [Fact]
    public void A_packet_there_and_back_through_both_cores_takes_none_though_it_is_measured()
    {
        using var pair = new ConnectedCores(_time);
        var before = pair.Heard;

        // Each second brings reports of both sides, which are not packets of media.
        Assert.InRange(AllocatedBy(pair.SendAndEcho), 0, 10 * Packets);
        Assert.Equal(Packets + 1, pair.Heard - before);
        Assert.True(pair.IsMeasured);
    }

    private static long AllocatedBy(Action step)
    {
        step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Packets; i++)
        {
            step();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private MediaSection Line(OfferText text, MediaSource source)
    {
        var offer = Offer.Read(text.ToString(), Enum.GetValues<Codec>().ToHashSet(), out _, out _)!;
        var line = MediaSection.For(new OpenPath(), offer.Lines[0], new RtcInputs(_time, RandomSource.Secure));
        line.Play(source);
        line.Change(offer.Lines[0], MediaDirection.SendReceive);
        return line;
    }

    private sealed class OpenPath : IMediaPath
    {
        public bool IsOpen => true;

        public int SendRtp(Span<byte> buffer, int length) => length;

        public void SendRtcp(Span<byte> buffer, int length)
        {
        }
    }
}
