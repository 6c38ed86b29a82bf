using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Tests.WebRtc;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

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
        Rtp.Loud(payloadType, 1, 960, 20, new byte[160]).CopyTo(buffer, 0);

        Assert.InRange(AllocatedBy(() =>
        {
            Assert.True(RtpHeader.TryRead(buffer.AsSpan(0, 180), out var header));
            line.Receive(buffer, 180, header with { Ssrc = Rtp.Ssrc });
        }), 0, 10 * Packets);
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

    private MediaLine Line(OfferText text, MediaSource source)
    {
        var offer = Offer.Read(text.ToString(), Enum.GetValues<Codec>().ToHashSet(), out _, out _)!;
        var line = MediaLine.For(new OpenPath(), offer.Lines[0], _time);
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
