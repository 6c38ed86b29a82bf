using CecSim.Telephony.Capture;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>What all transports of a gateway share, or all of those who call.</summary>
internal sealed record TransportSetting(
    DtlsIdentity Identity, IReadOnlyList<SrtpProfile> Profiles, HandshakeQuota Handshakes, RtcInputs Inputs)
{
    /// <summary>Null where nothing is measured.</summary>
    public TelephonyMeter? Meter { get; init; }

    /// <summary>Takes down the packets of the one call that it is given to; null for none.</summary>
    public PacketCapture? Capture { get; init; }

    /// <summary>Until ICE and DTLS are done. Whoever places calls has limits of its own.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.MaxValue;

    /// <summary>How long a phone without ICE may send nothing though it might.</summary>
    public TimeSpan SilenceMax { get; init; } = TimeSpan.MaxValue;

    /// <summary>How long a handshake may be half open, each repetition included.</summary>
    public TimeSpan ShakeHandsWithin { get; init; } = TimeSpan.MaxValue;
}
