using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Tests.Media.Bridging;

public sealed class BridgeTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
        Assert.Equal(0, _world.Phones.Open);
        Assert.True(_world.Gateway.IsIdle);
    }

    [Theory]
    [InlineData(Codec.Pcmu)]
    [InlineData(Codec.Pcma)]
    public void Each_side_hears_the_pitch_of_the_other(Codec codec)
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, codec), EmulatedLeg.Phone(_world, codecs: codec));
        using var bridge = MediaBridge.Join(
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        (browser.Pitch, phone.Pitch) = (440, 1000);

        _world.Run(seconds: 3);

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.Equal(codec, bridge.Customer.Codec);
        Assert.Equal(codec, bridge.Agent.Codec);
        Assert.Equal(0, bridge.Dropped);
        Assert.All([browser, phone], l => Assert.InRange(l.Line.PacketsIn, 140, 151));
    }

    [Fact]
    public void A_phone_that_calls_and_a_browser_that_is_called_hear_each_other()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var customer = phone.Call(Joined);
        var other = EmulatedLeg.Phone(_world, codecs: Codec.Pcmu);
        using var bridge = MediaBridge.Join(customer, other.Call(Joined));
        (other.Pitch, phone.Pitch) = (440, 1000);

        _world.Run(seconds: 2);

        Assert.Equal((1000, 440), (other.PitchHeard(), phone.PitchHeard()));
        Assert.Empty(browser.Heard);
    }

    [Fact]
    public void What_goes_across_has_numbers_and_names_of_the_leg_that_sends_it()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        using var bridge = MediaBridge.Join(
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        browser.Pitch = 440;
        _world.Run(seconds: 1);
        browser.Ssrc = 0x9999;
        _world.Run(seconds: 1);

        var heard = phone.Heard.Where(h => h.Kind == ForwardedKind.Sound).ToList();
        Assert.Single(heard.Select(h => h.Ssrc).Distinct());
        Assert.DoesNotContain(heard, h => h.Ssrc is 0x1234 or 0x9999);
        Assert.All(heard.Zip(heard.Skip(1)), p => Assert.Equal(p.First.Sequence + 1, p.Second.Sequence));
        Assert.All(heard.Zip(heard.Skip(1)), p => Assert.InRange(p.Second.Timestamp - p.First.Timestamp, 100u, 400u));
        Assert.True(heard[0].Marker);
        Assert.InRange(heard.Count(h => h.Marker), 1, 3);
    }

    [Fact]
    public void What_is_lost_on_the_way_in_leaves_no_gap_on_the_way_out()
    {
        using var rough = new BridgedWorld(seed: 7, loss: 0.1, jitterMs: 10);
        var (browser, phone) = (EmulatedLeg.Browser(rough, Codec.Pcmu), EmulatedLeg.Phone(rough, codecs: Codec.Pcmu));
        var (customer, agent) = (
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        using var bridge = MediaBridge.Join(customer, agent);

        // Whole waves in each packet, so that what is missing leaves no seam.
        (browser.Pitch, phone.Pitch) = (450, 1000);

        rough.Run(seconds: 20);

        var (lost, sent) = (customer.Report().Lines[0].LostIn, agent.Report().Lines[0].PacketsOut);
        Assert.InRange(lost, 40, 200);
        Assert.Equal(customer.Report().Lines[0].PacketsIn, sent);
        Assert.InRange(phone.Line.LostIn, 40, 200);
        Assert.Equal((1000, 450), (browser.PitchHeard(), phone.PitchHeard()));
    }

    [Fact]
    public void Who_is_parted_hears_silence_and_nobody_else()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var next = EmulatedLeg.Phone(_world, codecs: Codec.Pcmu);
        var customer = browser.Call(Joined);
        var first = MediaBridge.Join(customer, phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        (browser.Pitch, phone.Pitch, next.Pitch) = (440, 1000, 700);
        _world.Run(seconds: 2);

        // A transfer: the customer goes to another leg.
        using var second = MediaBridge.Join(
            customer, next.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        _world.Run(seconds: 2);

        Assert.True(first.IsOver);
        Assert.Equal(700, browser.PitchHeard());
        Assert.Equal(440, next.PitchHeard());
        Assert.Null(phone.PitchHeard());

        second.Part();
        _world.Run(seconds: 2);
        Assert.Null(browser.PitchHeard());
        Assert.Null(next.PitchHeard());
    }

    [Fact]
    public void A_leg_that_ends_takes_its_bridge_along_and_leaves_the_other_one()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var (customer, agent) = (
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        var bridge = MediaBridge.Join(customer, agent);
        (browser.Pitch, phone.Pitch) = (440, 1000);
        _world.Run(seconds: 1);

        agent.Close();

        Assert.True(bridge.IsOver);
        Assert.Equal(0, _world.Phones.Open);
        _world.Run(seconds: 2);
        Assert.Null(browser.PitchHeard());
        Assert.Null(customer.Report().End);
        Assert.True(MediaBridge.Join(customer, agent).IsOver);
    }

    [Theory]
    [InlineData(MediaSource.Tone, 440)]
    [InlineData(MediaSource.Silence, null)]
    public void Each_side_may_hear_something_else_than_the_other(MediaSource source, int? pitch)
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var customer = browser.Call(Joined);
        using var bridge = MediaBridge.Join(
            customer, phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        (browser.Pitch, phone.Pitch) = (700, 1000);
        _world.Run(seconds: 1);

        customer.Source = source;
        _world.Run(seconds: 2);
        Assert.Equal((pitch, 700), (browser.PitchHeard(), phone.PitchHeard()));

        customer.Source = MediaSource.Peer;
        _world.Run(seconds: 2);
        Assert.Equal((1000, 700), (browser.PitchHeard(), phone.PitchHeard()));
    }

    [Fact]
    public void A_hundred_bridged_calls_that_are_closed_leave_nothing()
    {
        for (var i = 0; i < 100; i++)
        {
            var browser = EmulatedLeg.Browser(_world, Codec.Pcmu);
            var phone = EmulatedLeg.Phone(_world, codecs: Codec.Pcmu);
            var (customer, agent) = (
                browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
            MediaBridge.Join(customer, agent);
            (browser.Pitch, phone.Pitch) = (440, 1000);
            _world.Run(seconds: 0.2);
            Assert.NotEmpty(phone.Heard);
            (browser.Pitch, phone.Pitch) = (null, null);
            (i % 2 == 0 ? customer : agent).Close();
            (i % 2 == 0 ? agent : customer).Close();
        }

        Assert.Equal(new GatewayCounts(0, 0, 0, 0, _world.Gateway.Counts.UnmatchedPackets), _world.Gateway.Counts);
        Assert.Equal(0, _world.Phones.Open);
    }
}
