using System.Net;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media;

/// <summary>How a call's media stand, also after their end.</summary>
/// <param name="Rejected">Packets that were forged, replayed or damaged.</param>
/// <param name="ConnectedAfter">From the acceptance of the offer to the end of the handshake.</param>
public sealed record MediaReport(
    string CallId,
    MediaSource Source,
    IceState Ice,
    DtlsState Dtls,
    string? DtlsReason,
    SrtpProfile? Profile,
    IPEndPoint? Remote,
    TransportEnd? End,
    long Rejected,
    TimeSpan? ConnectedAfter,
    IReadOnlyList<LineReport> Lines);
