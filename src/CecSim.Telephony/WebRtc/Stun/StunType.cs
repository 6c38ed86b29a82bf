namespace CecSim.Telephony.WebRtc.Stun;

/// <summary>The one method that ICE uses, in its four classes (RFC 8489 section 5).</summary>
internal enum StunType : ushort
{
    BindingRequest = 0x0001,
    BindingIndication = 0x0011,
    BindingSuccess = 0x0101,
    BindingError = 0x0111,
}
