using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>How long the packets are that a side wants: a=ptime and a=maxptime of RFC 8866 section 6.4.</summary>
public sealed class PacketTimeTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
    }

    public static TheoryData<string, int> Wishes => new()
    {
        { "ptime:10", 10 },
        { "ptime:20", 20 },
        { "ptime:30", 30 },
        { "ptime:40", 40 },
        { "ptime:60", 60 },
        { "maxptime:20", 20 },
        { "maxptime:10", 10 },
        { "ptime:60 maxptime:40", 40 },
        { "ptime:0", 20 },
        { "ptime:soon", 20 },
        { "ptime:500", 60 },
        { "ptime:25.5", 20 },
        { "ptime:5", 10 },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_tone_comes_in_packets_of_that_length(string wishes, int milliseconds)
    {
        var heard = Listen("0 PCMU/8000", wishes);
        GatewayUnderTest.Accepted(_world.Gateway.Accept(
            Offer("0 PCMU/8000", wishes), Joined with { Source = MediaSource.Tone }));

        _world.Run(seconds: 1.2);

        AssertEven(heard, milliseconds, unitsPerMs: 8);
        Assert.All(heard, p => Assert.Equal(8 * milliseconds, p.Length - 12));
    }

    [Theory]
    [InlineData("0 PCMU/8000", "ptime:10", 10, 8)]
    [InlineData("0 PCMU/8000", "ptime:30", 30, 8)]
    [InlineData("8 PCMA/8000", "ptime:60", 60, 8)]
    [InlineData("9 G722/8000", "ptime:40", 40, 8)]
    [InlineData("111 opus/48000/2", "ptime:10", 10, 48)]
    [InlineData("111 opus/48000/2", "ptime:30", 20, 48)]
    [InlineData("111 opus/48000/2", "ptime:60", 60, 48)]
    [InlineData("111 opus/48000/2", "maxptime:20", 20, 48)]
    public void What_is_transcoded_comes_in_packets_of_that_length(
        string codec, string wishes, int milliseconds, int unitsPerMs)
    {
        var other = codec.Contains("PCMU", StringComparison.Ordinal) ? Codec.Opus : Codec.Pcmu;
        var heard = Listen(codec, wishes);
        var browser = EmulatedLeg.Browser(_world, other);
        browser.Pitch = 440;
        var (agent, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(Offer(codec, wishes), Joined));
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);

        _world.Run(seconds: 1.5);

        AssertEven(heard, milliseconds, unitsPerMs);
    }

    [Fact]
    public void What_is_passed_on_stays_as_long_as_it_is()
    {
        var heard = Listen("0 PCMU/8000", "ptime:60");
        var browser = EmulatedLeg.Browser(_world, Codec.Pcmu);
        browser.Pitch = 440;
        var (agent, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(Offer("0 PCMU/8000", "ptime:60"), Joined));
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);

        _world.Run(seconds: 1.5);

        AssertEven(heard, 20, unitsPerMs: 8);
    }

    [Fact]
    public void A_later_offer_changes_it()
    {
        var heard = Listen("0 PCMU/8000", "ptime:60");
        var (call, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(
            Offer("0 PCMU/8000", "ptime:60"), Joined with { Source = MediaSource.Tone }));
        _world.Run(seconds: 1);

        GatewayUnderTest.Accepted(call.Reoffer(Offer("0 PCMU/8000", "ptime:10")));
        _world.Run(seconds: 0.2);
        heard.Clear();
        _world.Run(seconds: 1);

        AssertEven(heard, 10, unitsPerMs: 8);
    }

    private static string Offer(string codec, string wishes) =>
        new PhoneText { Codecs = [codec], Attributes = wishes.Split(' ') }.ToString();

    private static void AssertEven(List<byte[]> heard, int milliseconds, int unitsPerMs)
    {
        Assert.InRange(heard.Count, 700 / milliseconds, 1500 / milliseconds);
        Assert.All(heard.Zip(heard.Skip(1)), p =>
        {
            Assert.Equal(1, (NumberOf(p.Second) - NumberOf(p.First)) & 0xFFFF);
            Assert.Equal(milliseconds * unitsPerMs, (int)(TimestampOf(p.Second) - TimestampOf(p.First)));
        });
    }

    private static int NumberOf(byte[] packet) => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2));

    private static uint TimestampOf(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4));

    private List<byte[]> Listen(string codec, string wishes)
    {
        var offer = new PhoneText { Codecs = [codec], Attributes = [wishes] };
        var heard = new List<byte[]>();
        _world.NewPort(new IPEndPoint(IPAddress.Parse(offer.Address), offer.Port)).Handler = (buffer, length, _, _) =>
        {
            if (Network.IsRtp(buffer[..length]))
            {
                heard.Add(buffer[..length].ToArray());
            }
        };
        return heard;
    }
}
