namespace CecSim.Telephony.WebRtc.Transport;

public enum IceState
{
    /// <summary>No valid check has come yet.</summary>
    Waiting,
    Connected,

    /// <summary>Checks came and stopped.</summary>
    ConsentLost,
}
