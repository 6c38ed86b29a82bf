namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Who sends, seen from the gateway: RFC 8866 section 6.7.</summary>
[Flags]
public enum MediaDirection
{
    Inactive = 0,
    SendOnly = 1,
    ReceiveOnly = 2,
    SendReceive = SendOnly | ReceiveOnly,
}
