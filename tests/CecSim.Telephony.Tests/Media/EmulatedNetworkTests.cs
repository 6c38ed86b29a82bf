namespace CecSim.Telephony.Tests.Media;

/// <summary>
/// Whole calls, ICE, DTLS and SRTP included, on networks that lose, delay, double and turn round. No time passes and
/// no socket is open; what real ones add has tests of its own.
/// </summary>
public sealed class EmulatedNetworkTests
{
    private const int Opus = 111;

    /// <summary>As long as the gateway waits for a call to connect.</summary>
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(20);

    /// <summary>What the network does each way, and a name for it.</summary>
    public static TheoryData<string> Weathers => ["loss", "delay", "jitter", "doubles", "overtaking", "all of it"];

    [Theory]
    [MemberData(nameof(Weathers))]
    public void A_call_connects_and_is_heard_and_every_loss_is_told(string weather)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            using var call = new EmulatedCall(seed, Network(weather, 2 * seed), Network(weather, (2 * seed) + 1));

            Assert.True(call.RunUntil(() => call.IsConnected, ConnectWithin), $"{weather}, seed {seed}: not connected");
            call.Run(TimeSpan.FromSeconds(20));
            call.Rest();

            AssertCounts(call, $"{weather}, seed {seed}");
            Assert.Empty(call.Failures);
        }
    }

    [Fact]
    public void The_same_seed_is_the_same_call_to_the_byte_and_another_seed_is_another()
    {
        var first = Transcript(1);

        Assert.Equal(first, Transcript(1));
        Assert.NotEqual(first, Transcript(2));

        static string Transcript(int seed)
        {
            using var call = new EmulatedCall(
                seed, Network("all of it", seed), Network("all of it", seed + 1), [Codec.Vp8]);
            call.Run(TimeSpan.FromSeconds(30));
            Assert.True(call.IsConnected);
            return call.Transcript;
        }
    }

    [Fact]
    public void A_round_trip_is_as_long_as_the_network_makes_it()
    {
        using var call = new EmulatedCall(1, Network("delay", 1), Network("delay", 2));

        call.Run(TimeSpan.FromSeconds(20));

        // Half a second each way. Both moments and the delay between them are told in 1/65,536 s, cut off.
        var bound = 3.0 / 65_536;
        Assert.InRange(call.Call.Report().Lines[0].RoundTrip!.Value.TotalSeconds, 1 - bound, 1 + bound);
        Assert.InRange(call.Caller.Report().Lines[0].RoundTrip!.Value.TotalSeconds, 1 - bound, 1 + bound);
    }

    [Fact]
    public void Consent_that_the_network_no_longer_brings_ends_both_sides_and_nothing_is_sent_after_it()
    {
        using var call = new EmulatedCall(1, new Network(1, 0, Near, default), new Network(2, 0, Near, default));
        call.Run(TimeSpan.FromSeconds(10));
        call.IsCut = true;

        call.Run(TimeSpan.FromSeconds(30));
        var atTheEnd = call.Transcript;
        call.Run(TimeSpan.FromSeconds(30));
        call.Caller.Close();

        Assert.Equal(TransportEnd.ConsentLost, call.Call.Report().End);
        Assert.Equal(TransportEnd.ConsentLost, call.Caller.Report().End);
        Assert.Equal(atTheEnd, call.Transcript);
    }

    [Fact]
    public void Pictures_stand_still_at_no_time_though_a_tenth_of_them_is_lost()
    {
        using var call = new EmulatedCall(
            1, new Network(1, 0.1, Near, Near), new Network(2, 0.1, Near, Near), [Codec.Vp8]);

        call.Run(TimeSpan.FromSeconds(60));

        foreach (var line in (Telephony.Media.LineReport[])[call.Call.Report().Lines[1], call.Caller.Report().Lines[1]])
        {
            Assert.Equal(0, line.FrozenSeconds);
            Assert.True(line.LostIn > 0 && line.RetransmittedIn > 0);
        }
    }

    private static Network Network(string weather, int seed) => weather switch
    {
        "loss" => new Network(seed, 0.3, Near, TimeSpan.Zero),
        "delay" => new Network(seed, 0, TimeSpan.FromMilliseconds(500), TimeSpan.Zero),
        "jitter" => new Network(seed, 0, Near, TimeSpan.FromMilliseconds(60)),
        "doubles" => new Network(seed, 0, Near, TimeSpan.Zero) { Doubled = 0.5 },
        "overtaking" => new Network(seed, 0, Near, TimeSpan.Zero) { HeldBack = 0.3 },
        _ => new Network(seed, 0.3, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(60))
        {
            Doubled = 0.2,
            HeldBack = 0.1,
        },
    };

    private static void AssertCounts(EmulatedCall call, string what)
    {
        var (there, back) = (call.Call.Report().Lines[0], call.Caller.Report().Lines[0]);
        foreach (var (line, stream) in ((Telephony.Media.LineReport, EmulatedStream)[])
            [(there, call.Stream(isUp: true, Opus)), (back, call.Stream(isUp: false, Opus))])
        {
            Assert.True(stream.Arrived > 100, $"{what}: {stream.Arrived} of {stream.Sent} packets came");
            Assert.Equal((stream.Arrived, stream.Lost), (line.PacketsIn, line.LostIn));

            // Each moment of arrival is told in whole units, so each difference is wrong by less than one, and so is
            // what goes on being a mean of them.
            Assert.InRange(line.Jitter.TotalSeconds * 48_000, stream.Jitter - 1, stream.Jitter + 1);
        }
    }
}
