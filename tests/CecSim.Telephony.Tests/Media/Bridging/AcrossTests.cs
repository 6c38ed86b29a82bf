using CecSim.Telephony.Media.Bridging;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>What goes across a bridge besides sound: keys, levels, pictures and what is asked for.</summary>
public sealed class AcrossTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
    }

    [Fact]
    public void Keys_go_across_with_the_clock_of_the_other_side()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Opus), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var (customer, agent) = (
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        using var bridge = MediaBridge.Join(customer, agent);
        var (atCustomer, atAgent) = (new List<char>(), new List<char>());
        customer.DigitHeard += (_, digit) => atCustomer.Add(digit);
        agent.DigitHeard += (_, digit) => atAgent.Add(digit);
        _world.Run(seconds: 0.5);

        browser.Press("15#");
        phone.Press("*42");
        _world.Run(seconds: 2);

        Assert.Equal(("15#", "*42"), (phone.Line.DigitsIn, browser.Line.DigitsIn));
        Assert.Equal(("15#", "*42"), (string.Concat(atCustomer), string.Concat(atAgent)));

        // 100 ms of press in either clock; the end is said three times.
        Assert.Equal([800], Ends(phone).Select(e => (int)e.Digit.Duration).Distinct());
        Assert.Equal([4800], Ends(browser).Select(e => (int)e.Digit.Duration).Distinct());
        Assert.Equal((9, 9), (Ends(phone).Count, Ends(browser).Count));
        var digits = phone.Heard.Where(h => h.Kind == ForwardedKind.Digit);
        Assert.Equal(3, digits.Select(h => h.Timestamp).Distinct().Count());
    }

    [Fact]
    public void Keys_that_came_by_INFO_are_pressed_on_the_other_side()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        using var bridge = MediaBridge.Join(
            browser.Call(Joined), phone.BeCalled(Joined with { Security = MediaSecurity.Plain }));
        browser.Pitch = 440;
        _world.Run(seconds: 0.5);

        Assert.True(bridge.Agent.SendDigits("7"));
        _world.Run(seconds: 2);

        Assert.Equal("7", phone.Line.DigitsIn);
        Assert.Equal(440, phone.PitchHeard());
    }

    [Fact]
    public void Levels_go_across_where_both_sides_have_them()
    {
        var (one, other) = (EmulatedLeg.Browser(_world, Codec.Pcmu), EmulatedLeg.Browser(_world, Codec.Pcmu));
        using var bridge = MediaBridge.Join(one.Call(Joined), other.Call(Joined));
        one.Pitch = 440;

        _world.Run(seconds: 1);

        Assert.All(
            other.Heard.Where(h => h.Kind == ForwardedKind.Sound), h => Assert.InRange(h.Level!.Value, -20, -10));
    }

    [Fact]
    public void Pictures_go_across_from_a_key_frame_on_and_one_is_asked_for_across_the_bridge()
    {
        var (one, other) = (
            EmulatedLeg.Browser(_world, Codec.Pcmu, Codec.Vp8), EmulatedLeg.Browser(_world, Codec.Pcmu, Codec.Vp8));
        var (customer, agent) = (one.Call(Joined), other.Call(Joined));
        using var bridge = MediaBridge.Join(customer, agent);
        _world.Run(seconds: 0.5);
        Assert.Equal(Codec.Vp8, customer.VideoCodec);

        SendPictures(one, from: 0, isKey: false);
        Assert.Empty(Pictures(other));
        Assert.InRange(one.Report.Lines[1].KeyFrameRequestsIn, 1, 3);

        SendPictures(one, from: 10, isKey: true);
        Assert.Equal(10, Pictures(other).Count);
        Assert.True(Pictures(other)[0].Marker);

        var before = one.Report.Lines[1].KeyFrameRequestsIn;
        other.AskForKeyFrame();
        _world.Run(seconds: 0.5);
        Assert.Equal(before + 1, one.Report.Lines[1].KeyFrameRequestsIn);
        Assert.Equal(1, agent.Report().Lines[1].KeyFrameRequestsIn);
    }

    [Fact]
    public void Pictures_of_another_codec_stay_where_they_are()
    {
        var (one, other) = (
            EmulatedLeg.Browser(_world, Codec.Pcmu, Codec.Vp8), EmulatedLeg.Browser(_world, Codec.Pcmu, Codec.H264));
        using var bridge = MediaBridge.Join(one.Call(Joined), other.Call(Joined));
        _world.Run(seconds: 0.5);

        SendPictures(one, from: 0, isKey: true);

        Assert.Empty(Pictures(other));
    }

    private static List<HeardPacket> Ends(EmulatedLeg leg) =>
        [.. leg.Heard.Where(h => h is { Kind: ForwardedKind.Digit, Digit.IsEnd: true })];

    private static List<HeardPacket> Pictures(EmulatedLeg leg) =>
        [.. leg.Heard.Where(h => h.Kind == ForwardedKind.Picture)];

    // RFC 7741 section 4.2: S begins a frame, whose first byte has P in its lowest bit; a key frame has a start code.
    private void SendPictures(EmulatedLeg leg, int from, bool isKey)
    {
        for (var i = from; i < from + 10; i++)
        {
            byte[] payload = isKey && i == from
                ? [0x10, 0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x00, 0]
                : [0x10, 0x11, 0x02, 0x00, 1, 2, 3];
            leg.SendVideo(payload, (uint)i * 3000, marker: true);
            _world.Run(seconds: 0.034);
        }

        _world.Run(seconds: 0.2);
    }
}
