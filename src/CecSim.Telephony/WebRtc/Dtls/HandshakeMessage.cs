namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>A whole message of the handshake.</summary>
/// <param name="Epoch">Under which protection its last piece came.</param>
internal sealed record HandshakeMessage(HandshakeType Type, ushort Sequence, int Epoch, byte[] Body)
{
    public const int HeaderLength = 12;

    /// <summary>As if sent in one piece, which is how both sides hash it: RFC 6347 section 4.2.6.</summary>
    public byte[] Encode() => new ByteWriter()
        .U8((int)Type)
        .U24(Body.Length)
        .U16(Sequence)
        .U24(0)
        .U24(Body.Length)
        .Bytes(Body)
        .ToArray();
}
