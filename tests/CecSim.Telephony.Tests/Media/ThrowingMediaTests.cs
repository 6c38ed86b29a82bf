namespace CecSim.Telephony.Tests.Media;

/// <summary>What throws on the media's port or on their timer leaves both to all others.</summary>
public sealed class ThrowingMediaTests
{
    private readonly GuardDiary _diary = new();
    private readonly Guard _guard;

    public ThrowingMediaTests() => _guard = new Guard(_diary);

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [ThrowsFrom("media port")]
    public async Task A_packet_that_throws_leaves_the_port_to_the_next(bool onThread)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var port = new UdpEndpoint(new IPEndPoint(IPAddress.Loopback, 0));
        await using var sender = new UdpEndpoint(new IPEndPoint(IPAddress.Loopback, 0));
        if (onThread)
        {
            port.StartOnThread(Take, _guard);
        }
        else
        {
            port.Start(Take, _guard);
        }

        foreach (var packet in (byte[])[0, 0, 1])
        {
            sender.Send([packet], port.Local.Serialize());
        }

        await taken.Task.WaitAsync(TestEnds);
        Assert.Equal(("media port", 2L), Assert.Single(_guard.Failures.Select(f => (f.Place, f.Count))));
        Assert.Single(_diary.Failures);

        void Take(Span<byte> buffer, int length, SocketAddress from, IPacketPort on)
        {
            if (buffer[0] == 0)
            {
                throw new FormatException("made by a test");
            }

            taken.TrySetResult();
        }
    }

    [Fact]
    [ThrowsFrom("media timer")]
    public async Task A_tick_that_throws_is_followed_by_the_next()
    {
        var (time, ticks) = (new ManualTime(), 0);
        await using var ticker = new Ticker(
            () => throw new FormatException($"tick {++ticks}"), () => false, time, _guard);

        ticker.Wake();
        time.Advance(TimeSpan.FromMilliseconds(65));

        Assert.Equal(3, ticks);
        Assert.Equal(("media timer", 3L), Assert.Single(_guard.Failures.Select(f => (f.Place, f.Count))));
        Assert.Single(_diary.Failures);
    }

    [Fact]
    [ThrowsFrom("media timer of a call")]
    public async Task A_call_that_throws_at_a_tick_fails_and_no_other()
    {
        await using var test = new GatewayUnderTest();
        var (broken, sound) = (test.NewPeer(), test.NewPeer());
        var ends = new List<TransportEnd>();
        var first = GatewayUnderTest.Accepted(test.Gateway.Accept(broken.Offer.ToString())).Call;
        var second = GatewayUnderTest.Accepted(test.Gateway.Accept(sound.Offer.ToString())).Call;
        first.Ended += (_, _) => throw new FormatException("made by a test");
        second.Ended += (_, end) => ends.Add(end);

        test.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("media timer of a call failed inside CecSim: made by a test", first.Failure?.Why);
        Assert.Equal(TransportEnd.NeverConnected, Assert.Single(ends));
        Assert.Equal("media timer of a call", Assert.Single(test.Guard.Failures).Place);
    }
}
