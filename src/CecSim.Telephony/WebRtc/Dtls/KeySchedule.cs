using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>All that is derived from the shared secret of a handshake.</summary>
internal sealed class KeySchedule
{
    private const int MasterLength = 48;
    private const int VerifyDataLength = 12;

    private readonly byte[] _master;
    private readonly byte[] _clientRandom;
    private readonly byte[] _serverRandom;

    private KeySchedule(byte[] master, byte[] clientRandom, byte[] serverRandom)
    {
        _master = master;
        _clientRandom = clientRandom;
        _serverRandom = serverRandom;
    }

    /// <summary>RFC 5246 section 8.1, or RFC 7627 section 4 when a session hash is given.</summary>
    public static KeySchedule From(byte[] shared, byte[] clientRandom, byte[] serverRandom, byte[]? sessionHash)
    {
        var master = sessionHash is null
            ? Expand(shared, "master secret"u8, [.. clientRandom, .. serverRandom], MasterLength)
            : Expand(shared, "extended master secret"u8, sessionHash, MasterLength);
        return new KeySchedule(master, clientRandom, serverRandom);
    }

    /// <summary>Of a key log of NSS.</summary>
    public string LogLine =>
        $"CLIENT_RANDOM {Convert.ToHexStringLower(_clientRandom)} {Convert.ToHexStringLower(_master)}";

    /// <summary>RFC 5246 section 6.3; GCM takes no MAC keys.</summary>
    public (RecordCipher Client, RecordCipher Server) RecordCiphers()
    {
        const int Keys = 2 * RecordCipher.KeyLength;
        var block = Expand(
            _master, "key expansion"u8, [.. _serverRandom, .. _clientRandom], Keys + (2 * RecordCipher.SaltLength));
        var client = new RecordCipher(block[..RecordCipher.KeyLength], block[Keys..(Keys + RecordCipher.SaltLength)]);
        var server = new RecordCipher(block[RecordCipher.KeyLength..Keys], block[(Keys + RecordCipher.SaltLength)..]);
        return (client, server);
    }

    public byte[] ClientFinished(byte[] hash) => Expand(_master, "client finished"u8, hash, VerifyDataLength);

    public byte[] ServerFinished(byte[] hash) => Expand(_master, "server finished"u8, hash, VerifyDataLength);

    /// <summary>RFC 5764 section 4.2, as the server sees it.</summary>
    public SrtpKeys SrtpKeysOfServer(SrtpProfile profile)
    {
        const int Key = SrtpProfileSizes.KeyLength;
        var salt = profile.SaltLength();
        var block = Expand(
            _master, "EXTRACTOR-dtls_srtp"u8, [.. _clientRandom, .. _serverRandom], 2 * (Key + salt));
        return new SrtpKeys(
            profile,
            block[..Key],
            block[(2 * Key)..((2 * Key) + salt)],
            block[Key..(2 * Key)],
            block[((2 * Key) + salt)..]);
    }

    // RFC 5246 section 5.
    private static byte[] Expand(byte[] secret, ReadOnlySpan<byte> label, byte[] seed, int length)
    {
        byte[] labelAndSeed = [.. label, .. seed];
        var expanded = new List<byte>(length + HMACSHA256.HashSizeInBytes);
        var chained = labelAndSeed;
        while (expanded.Count < length)
        {
            chained = HMACSHA256.HashData(secret, chained);
            byte[] next = [.. chained, .. labelAndSeed];
            expanded.AddRange(HMACSHA256.HashData(secret, next));
        }

        return [.. expanded.Take(length)];
    }
}
