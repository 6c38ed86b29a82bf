using CecSim.Telephony.Calling;

namespace CecSim.Telephony.Tests.Calling;

/// <summary>What is said of a call that could have been better.</summary>
public sealed class CallAssessmentTests
{
    private static readonly LineReport GoodAudio = new()
    {
        Mid = "0",
        Codec = Codec.Opus,
        Direction = MediaDirection.SendReceive,
        PacketsIn = 100,
        PacketsOut = 100,
        PeakLevelIn = -15,
        VoicedPacketsIn = 100,
    };

    private static readonly LineReport GoodVideo = new()
    {
        Mid = "1",
        Codec = Codec.Vp8,
        Direction = MediaDirection.SendReceive,
        PacketsIn = 100,
        PacketsOut = 100,
        FramesIn = 15,
        KeyFramesIn = 1,
    };

    [Fact]
    public void A_call_that_was_as_it_should_be_has_no_troubles()
    {
        Assert.Empty(TroublesOf([GoodAudio, GoodVideo], hasVideo: true, ending: new CallEnding.HungUp()));
        Assert.Empty(TroublesOf([GoodAudio with { LostIn = 5 }]));
        Assert.Empty(TroublesOf([GoodAudio with { PeakLevelIn = null, VoicedPacketsIn = 0 }]));
        Assert.Empty(TroublesOf([GoodAudio with { PacketsIn = 0, Direction = MediaDirection.SendOnly }]));
    }

    [Fact]
    public void Each_trouble_is_told_in_words()
    {
        AssertTrouble(
            "one-way audio: no sound came, while 100 packets were sent", [GoodAudio with { PacketsIn = 0 }]);
        AssertTrouble("no sound came, and none was sent", [GoodAudio with { PacketsIn = 0, PacketsOut = 0 }]);
        AssertTrouble(
            "only silence came: nothing louder than -127 dBov",
            [GoodAudio with { PeakLevelIn = -127, VoicedPacketsIn = 0 }]);
        AssertTrouble("25 of 125 packets of sound were lost (20 %)", [GoodAudio with { LostIn = 25 }]);
        AssertTrouble("the gateway took no sound", []);
        AssertTrouble("no picture came", [GoodAudio, GoodVideo with { FramesIn = 0 }], hasVideo: true);
        AssertTrouble(
            "15 pictures came, and none that needs no other: nothing can be seen",
            [GoodAudio, GoodVideo with { KeyFramesIn = 0 }],
            hasVideo: true);
        AssertTrouble(
            "the picture stood still for 3 s", [GoodAudio, GoodVideo with { FrozenSeconds = 3 }], hasVideo: true);
        Assert.Equal(["the gateway took no pictures"], TroublesOf([GoodAudio], lacksVideo: true));
    }

    [Fact]
    public void An_end_that_was_not_ours_is_the_first_trouble()
    {
        CallEnding[] endings =
        [
            new CallEnding.HungUpByGateway("Q.850;cause=41"),
            new CallEnding.SocketLost(),
            new CallEnding.MediaEnded(TransportEnd.ConsentLost),
        ];

        Assert.Equal(
            [
                "the gateway hung up: Q.850;cause=41", "the gateway's WebSocket broke",
                "the gateway answered no more checks",
            ],
            endings.Select(e => Assert.Single(TroublesOf([GoodAudio], ending: e))));
    }

    private static void AssertTrouble(string expected, LineReport[] lines, bool hasVideo = false) =>
        Assert.Equal([expected], TroublesOf(lines, hasVideo));

    private static IReadOnlyList<string> TroublesOf(
        LineReport[] lines, bool hasVideo = false, bool lacksVideo = false, CallEnding? ending = null) =>
        new CallReport(
            default,
            default,
            null,
            hasVideo,
            lacksVideo,
            ending,
            new MediaReport(
                "c", MediaSource.Tone, IceState.Connected, DtlsState.Connected, null, null, true, null, null, null, 0,
                TimeSpan.Zero, lines)).Troubles;
}
