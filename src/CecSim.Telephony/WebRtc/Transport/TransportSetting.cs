using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>What all transports of a gateway share.</summary>
internal sealed record TransportSetting(
    DtlsIdentity Identity,
    IReadOnlyList<SrtpProfile> Profiles,
    HandshakeQuota Handshakes,
    TimeSpan ConsentLife,
    TimeSpan ConnectWithin,
    TimeProvider Clock);
