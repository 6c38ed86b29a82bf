using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>What a finished handshake leaves for the media.</summary>
internal sealed record SrtpKeys(
    SrtpProfile Profile,
    byte[] ReceiveKey,
    byte[] ReceiveSalt,
    byte[] SendKey,
    byte[] SendSalt)
{
    public SrtpKeys OfOtherSide() => new(Profile, SendKey, SendSalt, ReceiveKey, ReceiveSalt);
}
