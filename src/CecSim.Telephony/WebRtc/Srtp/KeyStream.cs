namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>AES in counter mode, which the base class library does not have: RFC 3711 section 4.1.1.</summary>
internal sealed class KeyStream : IDisposable
{
    private const int BlockLength = 16;
    private const int BlocksMax = 128;

    private readonly Aes _aes = Aes.Create();
    private readonly ICryptoTransform _encrypt;
    private readonly byte[] _counters = new byte[BlocksMax * BlockLength];
    private readonly byte[] _stream = new byte[BlocksMax * BlockLength];

    public KeyStream(byte[] key)
    {
        _aes.Mode = CipherMode.ECB;
        _aes.Padding = PaddingMode.None;
        _aes.Key = key;
        _encrypt = _aes.CreateEncryptor();
    }

    /// <summary>The counter's last two bytes count blocks and are zero at first.</summary>
    public void Apply(ReadOnlySpan<byte> counter, Span<byte> data)
    {
        var blocks = (data.Length + BlockLength - 1) / BlockLength;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, BlocksMax);
        if (blocks == 0)
        {
            return;
        }

        for (var block = 0; block < blocks; block++)
        {
            var at = _counters.AsSpan(block * BlockLength, BlockLength);
            counter.CopyTo(at);
            BinaryPrimitives.WriteUInt16BigEndian(at[14..], (ushort)block);
        }

        // One call for all blocks: each call crosses into the native library.
        _encrypt.TransformBlock(_counters, 0, blocks * BlockLength, _stream, 0);
        for (var i = 0; i < data.Length; i++)
        {
            data[i] ^= _stream[i];
        }
    }

    public void Dispose()
    {
        _encrypt.Dispose();
        _aes.Dispose();
    }
}
