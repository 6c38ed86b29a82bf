namespace CecSim.Telephony.Media.Recording;

/// <summary>A packet that a peer sent, in clear.</summary>
internal readonly record struct RecordedPacket(string Mid, Codec Codec, RtpHeader Header, byte[] Payload);
