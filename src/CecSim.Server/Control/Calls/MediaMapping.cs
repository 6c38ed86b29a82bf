using CecSim.Control.Contracts;
using CecSim.Server.Gateway;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.WebRtc.Transport;

using Contracts = CecSim.Control.Contracts;
using Dtls = CecSim.Telephony.WebRtc.Dtls;
using Refused = CecSim.Simulation.Calls.RefusedMedia;
using Sdp = CecSim.Telephony.WebRtc.Sdp;
using Security = CecSim.Telephony.Media.MediaSecurity;
using Srtp = CecSim.Telephony.WebRtc.Srtp;
using Transport = CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Server.Control.Calls;

/// <summary>The media of calls, as the control API tells them.</summary>
internal static class MediaMapping
{
    public static CallMedia ToContract(
        this MediaReport media, long callId, IEnumerable<Refused> refused, RecordingReport? recording) => new(
        callId,
        media.HasHeardAudio,
        media.HasSeenVideo,
        media.HasOneWayAudio,
        media.HasFrozenVideo,
        new IcePair(media.Ice.ToContract(), media.Local?.ToString(), media.Remote?.ToString()),
        new DtlsDetails(
            media.Dtls.ToContract(), media.DtlsReason, media.Profile?.ToContract(), media.FingerprintMatches),
        media.End?.ToContract(),
        media.End is { } over ? MediaEndings.WhyOf(over) : null,
        media.ConnectedAfter?.TotalMilliseconds,
        media.Rejected,
        media.Unclaimed,
        media.Foreign,
        media.Security.ToContract(),
        [.. media.Lines.Select(ToContract)],
        [.. refused.Select(r => new Contracts.RefusedMedia(r.At, r.Method, r.Status, r.Why))],
        recording?.ToContract());

    private static MediaRecording ToContract(this RecordingReport recording) => new(
        [.. recording.Files.Select(f => new Contracts.RecordedFile(f.Mid, f.Path, f.BytesCount))],
        recording.IsComplete,
        recording.Written,
        recording.NotWritten,
        recording.Failure);

    private static MediaLine ToContract(LineReport line) => new(
        line.Mid,
        line.Medium,
        line.Codec?.ToContract(),
        line.Direction.ToContract(),
        line.State.ToContract(),
        line.Reason,
        [.. line.Codecs.Select(c => new Contracts.CodecUse(c.Codec.ToContract(), c.PacketsIn, c.PacketsOut))],
        line.PacketsIn,
        line.BytesIn,
        line.LostIn,
        line.PacketsOut,
        line.BytesOut,
        line.LostOut,
        line.RetransmittedIn,
        line.RetransmittedOut,
        line.NacksIn,
        line.NacksOut,
        line.Jitter.TotalMilliseconds,
        line.RoundTrip?.TotalMilliseconds,
        line.LevelIn,
        line.PeakLevelIn,
        line.VoicedPacketsIn,
        line.DigitsIn,
        line.FramesIn,
        line.KeyFramesIn,
        line.KeyFrameRequestsIn,
        line.KeyFrameRequestsOut,
        line.OnlyInSeconds,
        line.OnlyOutSeconds,
        line.FrozenSeconds);

    private static MediaEnd ToContract(this TransportEnd end) => end switch
    {
        TransportEnd.Closed => MediaEnd.Closed,
        TransportEnd.ClosedByPeer => MediaEnd.ClosedByPeer,
        TransportEnd.ConsentLost => MediaEnd.ConsentLost,
        TransportEnd.HandshakeFailed => MediaEnd.HandshakeFailed,
        TransportEnd.NeverConnected => MediaEnd.NeverConnected,
        TransportEnd.NeverSecured => MediaEnd.NeverSecured,
        TransportEnd.MediaMissing => MediaEnd.MediaMissing,
    };

    private static Contracts.IceState ToContract(this Transport.IceState state) => state switch
    {
        Transport.IceState.Waiting => Contracts.IceState.Waiting,
        Transport.IceState.Connected => Contracts.IceState.Connected,
        Transport.IceState.ConsentLost => Contracts.IceState.ConsentLost,
    };

    private static DtlsState ToContract(this Dtls.DtlsState state) => state switch
    {
        Dtls.DtlsState.New => DtlsState.New,
        Dtls.DtlsState.Handshaking => DtlsState.Handshaking,
        Dtls.DtlsState.Connected => DtlsState.Connected,
        Dtls.DtlsState.Closed => DtlsState.Closed,
        Dtls.DtlsState.Failed => DtlsState.Failed,
    };

    private static Contracts.MediaSecurity ToContract(this Security security) => security switch
    {
        Security.Dtls => Contracts.MediaSecurity.Dtls,
        Security.Plain => Contracts.MediaSecurity.Plain,
        Security.Sdes => Contracts.MediaSecurity.Sdes,
        Security.DtlsWithoutIce => Contracts.MediaSecurity.DtlsWithoutIce,
    };

    private static SrtpProfile ToContract(this Srtp.SrtpProfile profile) => profile switch
    {
        Srtp.SrtpProfile.AesCm128HmacSha1Tag80 => SrtpProfile.AesCm128HmacSha1Tag80,
        Srtp.SrtpProfile.AesCm128HmacSha1Tag32 => SrtpProfile.AesCm128HmacSha1Tag32,
        Srtp.SrtpProfile.AeadAes128Gcm => SrtpProfile.AeadAes128Gcm,
    };

    private static MediaCodec ToContract(this Codec codec) => codec switch
    {
        Codec.Opus => MediaCodec.Opus,
        Codec.G722 => MediaCodec.G722,
        Codec.Pcmu => MediaCodec.Pcmu,
        Codec.Pcma => MediaCodec.Pcma,
        Codec.Vp8 => MediaCodec.Vp8,
        Codec.H264 => MediaCodec.H264,
    };

    private static MediaDirection ToContract(this Sdp.MediaDirection direction) => direction switch
    {
        Sdp.MediaDirection.Inactive => MediaDirection.Inactive,
        Sdp.MediaDirection.SendOnly => MediaDirection.SendOnly,
        Sdp.MediaDirection.ReceiveOnly => MediaDirection.ReceiveOnly,
        Sdp.MediaDirection.SendReceive => MediaDirection.SendReceive,
    };

    private static MediaLineState ToContract(this LineState state) => state switch
    {
        LineState.Active => MediaLineState.Active,
        LineState.Refused => MediaLineState.Refused,
        LineState.Closed => MediaLineState.Closed,
    };
}
