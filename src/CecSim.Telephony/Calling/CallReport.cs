using CecSim.Telephony.Media;

namespace CecSim.Telephony.Calling;

/// <summary>What a placed call has heard and seen so far, and how long it took to come to that.</summary>
/// <param name="AnsweredAfter">From the INVITE to its 200.</param>
/// <param name="SetUp">From the INVITE to the end of the DTLS handshake: from then on media can flow.</param>
/// <param name="FirstPacketAfter">From the INVITE to the first packet of media that came; null before it.</param>
/// <param name="HasVideo">Pictures were offered, and the gateway took them.</param>
/// <param name="LacksVideo">Pictures were offered, and the gateway did not take them.</param>
/// <param name="Ending">Null while the call goes on.</param>
/// <param name="Media">The ways and the lines; "in" is what came from the gateway.</param>
public sealed record CallReport(
    TimeSpan AnsweredAfter,
    TimeSpan SetUp,
    TimeSpan? FirstPacketAfter,
    bool HasVideo,
    bool LacksVideo,
    CallEnding? Ending,
    MediaReport Media)
{
    /// <summary>What is wrong with it, in words, the worst first; empty for a call that was as it should be.</summary>
    public IReadOnlyList<string> Troubles =>
        CallAssessment.TroublesOf(Media, HasVideo, LacksVideo, Ending);

    /// <summary>It heard what it should, saw what it should, and ended here if it ended.</summary>
    public bool IsSound => Troubles.Count == 0;
}
