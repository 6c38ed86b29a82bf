using CecSim.Simulation.Calls;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Server.Gateway;

/// <summary>What the end of media, or of their signalling, means to the call.</summary>
internal static class MediaEndings
{
    public static MediaEnding Of(TransportEnd end) => end switch
    {
        TransportEnd.Closed or TransportEnd.ClosedByPeer => MediaEnding.HungUp,
        TransportEnd.ConsentLost => MediaEnding.ConsentLost,
        TransportEnd.MediaMissing => MediaEnding.MediaMissing,
        TransportEnd.HandshakeFailed => MediaEnding.HandshakeFailed,
        TransportEnd.NeverConnected or TransportEnd.NeverSecured => MediaEnding.NeverConnected,
    };

    public static MediaEnding Of(CallEndKind end) => end switch
    {
        CallEndKind.FlowLost => MediaEnding.SignallingLost,
        CallEndKind.NotAcknowledged or CallEndKind.CallerGone or CallEndKind.AnswerUnusable => MediaEnding.NotAnswering,
        _ => MediaEnding.HungUp,
    };

    /// <summary>In a sentence, with what helps; null where there is nothing to explain.</summary>
    public static string? WhyOf(TransportEnd end) => end switch
    {
        TransportEnd.Closed => null,
        TransportEnd.ClosedByPeer => "The browser closed the media.",
        TransportEnd.ConsentLost => "The browser sent no more checks, so that it no longer wanted media (RFC 7675).",
        TransportEnd.HandshakeFailed => "The DTLS handshake failed.",
        TransportEnd.NeverConnected =>
            "No ICE check came in time: the browser found no way to the gateway. --media-bind says where it listens " +
            "(0.0.0.0 for Firefox, which uses no loopback), --media-advertise what browsers are told.",
        TransportEnd.NeverSecured =>
            "ICE connected, but no DTLS handshake was finished in time. What stands between lets small packets " +
            "through and not large ones, or --media-bind and --media-advertise name different hosts.",
        TransportEnd.MediaMissing => "The phone sent nothing for too long, neither sound nor reports.",
    };
}
