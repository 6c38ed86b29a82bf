namespace CecSim.Telephony.WebRtc.Dtls;

public enum DtlsState
{
    New,
    Handshaking,
    Connected,

    /// <summary>Ended by either side after it had connected.</summary>
    Closed,
    Failed,
}
