using CecSim.Telephony.Calling;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Tests;

namespace CecSim.Server.Tests.Gateway;

/// <summary>Whole calls of the library's calling party, over real sockets.</summary>
public sealed class PlacedCallTests : PlacedCallBench
{
    [Fact]
    public async Task A_call_hears_its_own_tone_and_says_how_it_came_to_that()
    {
        await using var call = await ConnectAsync(Plan);
        await FirstPacket.Task.WaitAsync(TestEnds);

        await call.HangUpAsync();

        var report = call.Report();
        Assert.True(report.IsSound, string.Join("; ", report.Troubles));
        Assert.Equal(
            [CallStepKind.Open, CallStepKind.Invite, CallStepKind.Path, CallStepKind.Handshake,
                CallStepKind.FirstPacket, CallStepKind.Goodbye],
            Steps.Where(s => s.Kind != CallStepKind.Ring).Select(s => s.Kind));
        Assert.All(Steps, s => Assert.True(s.IsDone && s.EndedAt >= s.BeganAt, $"{s}"));
        var line = Assert.Single(report.Media.Lines);
        Assert.Equal((Codec.Opus, 0L), (line.Codec, line.LostIn));
        Assert.InRange(line.PeakLevelIn!.Value, -20, -10);
        Assert.Equal(SrtpProfile.AeadAes128Gcm, report.Media.Profile);
        Assert.True(report.AnsweredAfter <= report.SetUp && report.SetUp <= report.FirstPacketAfter);
        Assert.Equal(0, Party.CallsCount);
    }

    [Fact]
    public async Task A_bye_ends_the_click_to_call_and_the_gateway_has_heard_the_tone()
    {
        await using var call = await ConnectAsync(Plan);
        await FirstPacket.Task.WaitAsync(TestEnds);
        await call.HangUpAsync();

        Assert.Contains("168110", (await Invited.Client.PollAsync()).Body, StringComparison.Ordinal);
        var media = await MediaAsync();
        Assert.True((bool)media["heardAudio"]!);
        Assert.Equal("sendReceive", (string?)media["lines"]![0]!["direction"]);
    }

    [Theory]
    [InlineData(Codec.Pcmu, SrtpProfile.AesCm128HmacSha1Tag80)]
    [InlineData(Codec.Pcma, SrtpProfile.AeadAes128Gcm)]
    public async Task Each_codec_and_each_protection_carries_the_tone(Codec codec, SrtpProfile profile)
    {
        await using var call = await ConnectAsync(Plan with { AudioCodecs = [codec], Profiles = [profile] });
        await FirstPacket.Task.WaitAsync(TestEnds);

        var report = call.Report();

        Assert.Equal((codec, profile), (report.Media.Lines[0].Codec, report.Media.Profile!.Value));
        Assert.True(report.IsSound, string.Join("; ", report.Troubles));
        Assert.True(report.Media.HasHeardAudio);
    }

    [Fact]
    public async Task Pictures_are_sent_and_seen()
    {
        var invited = await InviteAsync("u2", mediaAbility: "1");
        await using var call = await ConnectAsync(Plan with
        {
            Number = invited.AccessCode,
            VideoCodecs = [Codec.Vp8],
        });
        await Eventually.IsTrueAsync("a key frame", () => call.Report().Media.Lines[1].KeyFramesIn > 0);

        var report = call.Report();

        Assert.True(report.HasVideo && !report.LacksVideo && report.Media.HasSeenVideo);
        Assert.InRange(report.Media.Lines[1].FramesIn, 1, 100);
    }

    [Fact]
    public async Task A_hold_is_answered_and_nothing_is_sent_while_it_lasts()
    {
        await using var call = await ConnectAsync(Plan);
        await Cec.AdvanceAsync(2);
        var calls = await Cec.ReadAsync($"{ControlAnswers.Space}/calls");
        var workNo = (int)calls["calls"]![0]!["workNo"]!;

        var agent = new ControlApiClient(Cec.Http);
        Assert.Equal(200, (await agent.PostAsync($"spaces/demo/agents/{workNo}/hold", "{}")).Status);

        Assert.Equal("answered", (await Reoffer.Task.WaitAsync(TestEnds)).Detail);
        var line = call.Report().Media.Lines[0];
        Assert.Equal("ReceiveOnly", $"{line.Direction}");
        await Eventually.IsTrueAsync(
            "two packets of music", () => call.Report().Media.Lines[0].PacketsIn >= line.PacketsIn + 2);

        Assert.Equal(line.PacketsOut, call.Report().Media.Lines[0].PacketsOut);
    }

    [Fact]
    public async Task Thirty_calls_at_once_are_carried_by_one_party()
    {
        var spares = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => InviteAsync($"many-{i}")));

        var calls = await Task.WhenAll(
            spares.Select(s => ConnectAsync(Plan with { Number = s.AccessCode, Tell = null })));

        Assert.Equal(30, Party.CallsCount);
        await Eventually.IsTrueAsync(
            "a packet in each call", () => calls.All(c => c.Report().FirstPacketAfter is not null));

        Assert.All(calls, c => Assert.True(c.Report().IsSound, string.Join("; ", c.Report().Troubles)));
        await Task.WhenAll(calls.Select(async c => await c.DisposeAsync()));
        Assert.Equal(0, Party.CallsCount);
    }
}
