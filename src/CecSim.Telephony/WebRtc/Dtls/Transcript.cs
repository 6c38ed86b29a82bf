using System.Buffers;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>Every message of the handshake in both directions, for the hashes that bind it together.</summary>
internal sealed class Transcript
{
    private readonly ArrayBufferWriter<byte> _messages = new();
    private int _lastAt;

    /// <summary>What a signature or a Finished covers: everything before the message that carries it.</summary>
    public ReadOnlySpan<byte> BeforeLast => _messages.WrittenSpan[.._lastAt];

    public ReadOnlySpan<byte> All => _messages.WrittenSpan;

    public byte[] HashBeforeLast() => SHA256.HashData(BeforeLast);

    public byte[] Hash() => SHA256.HashData(All);

    public void Add(HandshakeMessage message)
    {
        _lastAt = _messages.WrittenCount;
        _messages.Write(message.Encode());
    }

    /// <summary>The first hello and the cookie's request do not count: RFC 6347 section 4.2.1.</summary>
    public void Clear()
    {
        _messages.Clear();
        _lastAt = 0;
    }
}
