namespace CecSim.Telephony.Media.Recording;

/// <summary>A packet that a peer sent, in clear.</summary>
/// <param name="CameAt">Since some moment, the same for all packets of a call.</param>
internal readonly record struct RecordedPacket(
    string Mid, Codec Codec, RtpHeader Header, byte[] Payload, TimeSpan CameAt, CallSide Side);

/// <summary>Whose packet it is.</summary>
internal enum CallSide
{
    Customer,

    /// <summary>What the customer heard of the phone that it was joined to.</summary>
    Agent,
}
