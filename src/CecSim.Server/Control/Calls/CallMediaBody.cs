using CecSim.Server.Gateway;
using CecSim.Simulation.Calls;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;

namespace CecSim.Server.Control.Calls;

/// <summary>The media of a call as the gateway has them, also after their end. Real time, whatever the clock.</summary>
/// <param name="HeardAudio">The client was not silent; null when sound came and nothing tells how loud.</param>
/// <param name="SawVideo">A whole key frame came, whenever in the call.</param>
/// <param name="OneWayAudio">For 2 s or more in one piece both sides might speak and only one sent.</param>
/// <param name="FrozenVideo">
/// For 2 s or more in one piece no new picture came whole, though the client sent some. A source that stands still
/// itself is none.
/// </param>
/// <param name="End">Why they are over; null while they are not.</param>
/// <param name="Why">The same in a sentence, with what helps; null where there is nothing to explain.</param>
/// <param name="ConnectedAfterMs">From the offer to the end of the handshake; null before it.</param>
/// <param name="RejectedPackets">Packets that were forged, replayed or damaged.</param>
/// <param name="UnclaimedPackets">RTP packets of a payload type that no line has.</param>
/// <param name="Lines">One for each m-line that was ever offered, in their order.</param>
/// <param name="Refused">Offers and other requests of its client that were refused, the last ten.</param>
/// <param name="Recording">Null unless the server records.</param>
internal sealed record CallMediaBody(
    long CallId,
    bool? HeardAudio,
    bool SawVideo,
    bool OneWayAudio,
    bool FrozenVideo,
    CallMediaBody.IceBody Ice,
    CallMediaBody.DtlsBody Dtls,
    string? End,
    string? Why,
    double? ConnectedAfterMs,
    long RejectedPackets,
    long UnclaimedPackets,
    IReadOnlyList<MediaLineBody> Lines,
    IReadOnlyList<CallMediaBody.RefusedBody> Refused,
    CallMediaBody.RecordingBody? Recording)
{
    public static CallMediaBody Of(CallView call, MediaReport media, RecordingReport? recording) =>
        Of(call.Id, media, recording) with
        {
            Refused = [.. call.Refusals.Select(r => new RefusedBody(r.At, r.Method, r.Status, r.Why))],
        };

    public static CallMediaBody Of(long callId, MediaReport media, RecordingReport? recording) => new(
        callId,
        media.HasHeardAudio,
        media.HasSeenVideo,
        media.HasOneWayAudio,
        media.HasFrozenVideo,
        new IceBody(Words.Of(media.Ice), media.Local?.ToString(), media.Remote?.ToString()),
        new DtlsBody(
            Words.Of(media.Dtls),
            media.DtlsReason,
            media.Profile is { } profile ? Words.Of(profile) : null,
            media.FingerprintMatches),
        media.End is { } end ? Words.Of(end) : null,
        media.End is { } over ? MediaEndings.WhyOf(over) : null,
        media.ConnectedAfter?.TotalMilliseconds,
        media.Rejected,
        media.Unclaimed,
        [.. media.Lines.Select(MediaLineBody.Of)],
        [],
        recording is null ? null : RecordingBody.Of(recording));

    /// <param name="At">In space time.</param>
    internal sealed record RefusedBody(DateTimeOffset At, string Method, int Status, string Why);

    /// <param name="State"><c>waiting</c>, <c>connected</c> or <c>consentLost</c>.</param>
    /// <param name="Local">The gateway's half of the pair; null before the first check.</param>
    /// <param name="Remote">Where the client's checks come from.</param>
    internal sealed record IceBody(string State, string? Local, string? Remote);

    /// <param name="Complete">The files are closed, and lack nothing that belongs in them.</param>
    /// <param name="NotWritten">Packets that came and are in no file.</param>
    /// <param name="Failure">What first kept something out of them, the disk or a limit; null for nothing.</param>
    internal sealed record RecordingBody(
        IReadOnlyList<RecordedFileBody> Files, bool Complete, long Written, long NotWritten, string? Failure)
    {
        public static RecordingBody Of(RecordingReport recording) => new(
            [.. recording.Files.Select(f => new RecordedFileBody(f.Mid, f.Path, f.BytesCount))],
            recording.IsComplete,
            recording.Written,
            recording.NotWritten,
            recording.Failure);
    }

    internal sealed record RecordedFileBody(string Mid, string Path, long Bytes);

    /// <param name="State"><c>new</c>, <c>handshaking</c>, <c>connected</c>, <c>closed</c> or <c>failed</c>.</param>
    /// <param name="Profile">Of SRTP (RFC 5764, section 4.1.2).</param>
    /// <param name="FingerprintMatches">Whether the client's certificate is the one in its SDP.</param>
    internal sealed record DtlsBody(string State, string? Reason, string? Profile, bool? FingerprintMatches);
}
