using System.Text;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Browser.Tests;

/// <summary>The media gateway against a real browser, without SIP between them.</summary>
public sealed class GatewayInChromiumTests(Chromium chromium)
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chromium_hears_and_sees_its_own_echo()
    {
        await using var call = await BrowserCall.StartAsync(chromium, video: true);

        var audio = await call.UntilAsync("audio", "s.packets > 100 && s.energy > 0");
        var video = await call.UntilAsync("video", "s.frames > 20 && s.width > 0");

        Assert.Equal(("audio/opus", "video/VP8"), (audio.Codec, video.Codec));
        Assert.Equal(("FEFD", "SRTP_AEAD_AES_128_GCM"), (audio.Tls, audio.Srtp));
        Assert.Equal(0, audio.Lost);
        var report = call.Call.Report();
        Assert.InRange(report.Lines[0].VoicedPacketsIn, 1, long.MaxValue);
        Assert.Equal(0, report.Rejected);
        Assert.Empty(call.Guard.Failures);
    }

    [Theory]
    [InlineData("audio/PCMU", Codec.Pcmu)]
    [InlineData("audio/PCMA", Codec.Pcma)]
    public async Task Chromium_hears_its_echo_in_g711(string codec, Codec expected)
    {
        await using var call = await BrowserCall.StartAsync(chromium, codec: codec);

        var audio = await call.UntilAsync("audio", "s.packets > 50 && s.energy > 0");

        Assert.Equal(codec, audio.Codec);
        Assert.Equal(expected, call.Call.Report().Lines[0].Codec);
    }

    [Fact]
    public async Task Chromium_sees_its_echo_in_h264()
    {
        await using var call = await BrowserCall.StartAsync(chromium, video: true, codec: "video/H264");

        var video = await call.UntilAsync("video", "s.frames > 20");

        Assert.Equal("video/H264", video.Codec);
    }

    [Theory]
    [InlineData(MediaSource.Tone)]
    [InlineData(MediaSource.Prompt)]
    [InlineData(MediaSource.Music)]
    public async Task Chromium_hears_what_the_far_end_plays_and_sees_the_pattern(MediaSource source)
    {
        await using var call = await BrowserCall.StartAsync(
            chromium, new MediaOptions { Source = source }, video: true);

        await call.UntilAsync("audio", "s.packets > 50 && s.energy > 0.001");
        var video = await call.UntilAsync("video", "s.frames > 15");

        Assert.Equal(320, video.Width);
    }

    [Fact]
    public async Task A_change_of_the_source_goes_on_in_the_same_stream()
    {
        await using var call = await BrowserCall.StartAsync(
            chromium, new MediaOptions { Source = MediaSource.Tone }, video: true);
        await call.UntilAsync("video", "s.frames > 5");

        call.Call.Source = MediaSource.Echo;
        var echo = await call.UntilAsync("video", "s.width === 640 && s.frames > 30");

        call.Call.Source = MediaSource.Pattern;
        await call.UntilAsync("video", $"s.width === 320 && s.frames > {echo.Frames + 10}");
        Assert.Equal(0, (await call.UntilAsync("audio", "true")).Lost);
    }

    [Fact]
    public async Task Chromium_holds_and_takes_the_call_back()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        await call.UntilAsync("audio", "s.packets > 20");

        await call.EvaluateAsync("setDirection('inactive')");
        Assert.Equal(MediaDirection.Inactive, call.Call.Report().Lines[0].Direction);
        var held = call.Call.Report().Lines[0].PacketsOut;

        await call.EvaluateAsync("setDirection('sendrecv')");
        await call.UntilAsync("audio", $"s.packets > {held + 50}");
        Assert.Equal(0, (await call.UntilAsync("audio", "true")).Lost);
    }

    [Fact]
    public async Task The_far_end_holds_and_takes_the_call_back()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        await call.UntilAsync("audio", "s.packets > 20");

        Assert.Null(call.Call.TakeAnswer(await OfferAsync(call, MediaDirection.Inactive)));
        Assert.Equal(MediaDirection.Inactive, call.Call.Report().Lines[0].Direction);
        var held = call.Call.Report().Lines[0].PacketsOut;

        Assert.Null(call.Call.TakeAnswer(await OfferAsync(call, MediaDirection.SendReceive)));
        await call.UntilAsync("audio", $"s.packets > {held + 50}");
    }

    [Fact]
    public async Task Keys_pressed_in_chromium_are_heard()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        var heard = new StringBuilder();
        var all = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        call.Call.DigitHeard += (_, digit) =>
        {
            if (heard.Append(digit).Length == 4)
            {
                all.SetResult(heard.ToString());
            }
        };

        await call.EvaluateAsync("press('15#9')");

        Assert.Equal("15#9", await all.Task.WaitAsync(TestEnds));
    }

    [Fact]
    public async Task Video_is_added_to_a_call_that_began_with_sound_alone()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        await call.UntilAsync("audio", "s.packets > 20");

        await call.EvaluateAsync("addVideo()");

        await call.UntilAsync("video", "s.frames > 10");
        Assert.Equal([Codec.Opus, Codec.Vp8], call.Call.Report().Lines.Select(l => l.Codec));
    }

    [Fact]
    public async Task Ice_is_restarted_by_chromium_and_the_sound_goes_on()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        var before = (await call.UntilAsync("audio", "s.packets > 20")).Packets;

        await call.EvaluateAsync("restartIce()");

        await call.UntilAsync("audio", $"s.packets > {before + 100}");
        Assert.Equal(IceState.Connected, call.Call.Report().Ice);
    }

    [Fact]
    public async Task Reports_of_chromium_tell_the_round_trip()
    {
        await using var call = await BrowserCall.StartAsync(chromium);

        await call.UntilAsync("audio", "s.packets > 300");

        var line = call.Call.Report().Lines[0];
        // A way without delay, and a machine that may be very busy.
        Assert.InRange(line.RoundTrip!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(0, line.LostOut);
    }

    [Fact]
    public async Task A_closed_connection_ends_the_call()
    {
        await using var call = await BrowserCall.StartAsync(chromium);
        var ended = new TaskCompletionSource<TransportEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        call.Call.Ended += (_, end) => ended.SetResult(end);

        await call.EvaluateAsync("pc.close()");

        Assert.Equal(TransportEnd.ClosedByPeer, await ended.Task.WaitAsync(TestEnds));
        Assert.Equal(0, call.Gateway.Counts.Addresses);
    }

    private static Task<string> OfferAsync(BrowserCall call, MediaDirection direction) =>
        call.EvaluateTextAsync("sdp => takeOffer(sdp)", call.Call.WriteOffer(direction));
}
