using System.Buffers;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Registrar;

/// <summary>
/// Nonces carry their own time under a seal, so that asking for many costs no memory. Only those that a good password
/// came with are remembered, for their last count, until their time is up.
/// </summary>
internal sealed class DigestNonces(SipSerialExecutor turns)
{
    private const int SealBytes = 16;
    private const int UsedMax = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, uint> _lastCounts = [];
    private readonly Queue<(string Nonce, DateTimeOffset ExpiresAt)> _used = new();

    public string Issue()
    {
        Span<byte> bytes = stackalloc byte[16 + SealBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, turns.Now.UtcTicks);
        RandomNumberGenerator.Fill(bytes[8..16]);
        HMACSHA256.HashData(_key, bytes[..16]).AsSpan(0, SealBytes).CopyTo(bytes[16..]);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Made here and not too old.</summary>
    public bool IsFresh(string nonce) => TimeOf(nonce) is { } time && turns.Now - time < Lifetime;

    /// <summary>Whether the count is new. It is used up by asking (RFC 7616, section 3.4).</summary>
    public bool TakeCount(string nonce, uint count)
    {
        Forget();
        var isUsed = _lastCounts.TryGetValue(nonce, out var last);
        if (count <= last || (!isUsed && _used.Count >= UsedMax))
        {
            return false;
        }

        if (!isUsed)
        {
            _used.Enqueue((nonce, TimeOf(nonce)!.Value + Lifetime));
        }

        _lastCounts[nonce] = count;
        return true;
    }

    private DateTimeOffset? TimeOf(string nonce)
    {
        var bytes = new byte[16 + SealBytes];
        if (nonce.Length != 2 * bytes.Length
            || Convert.FromHexString(nonce, bytes, out _, out _) is not OperationStatus.Done
            || !CryptographicOperations.FixedTimeEquals(
                HMACSHA256.HashData(_key, bytes.AsSpan(0, 16)).AsSpan(0, SealBytes), bytes.AsSpan(16)))
        {
            return null;
        }

        return new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero);
    }

    private void Forget()
    {
        while (_used.TryPeek(out var oldest) && oldest.ExpiresAt <= turns.Now)
        {
            _lastCounts.Remove(oldest.Nonce);
            _used.Dequeue();
        }
    }
}
