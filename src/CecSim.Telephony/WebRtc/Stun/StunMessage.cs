using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CecSim.Telephony.WebRtc.Stun;

/// <summary>A STUN message as it lies in its packet: RFC 8489 section 5. Reading it copies nothing.</summary>
internal ref struct StunMessage
{
    public const uint MagicCookie = 0x2112A442;
    public const int HeaderLength = 20;

    /// <summary>All that a port takes; the limit keeps the copy for the signature on the stack.</summary>
    public const int LengthMax = 1900;

    /// <summary>More are not named to whoever sent them.</summary>
    private const int UnknownMax = 8;

    private ReadOnlySpan<byte> _packet;
    private int _integrityAt;
    private UnknownTypes _unknown;
    private int _unknownCount;

    /// <summary>The whole of it.</summary>
    public readonly ReadOnlySpan<byte> Packet => _packet;

    public StunType Type { get; private set; }

    public ReadOnlySpan<byte> TransactionId { get; private set; }

    public ReadOnlySpan<byte> Username { get; private set; }

    public bool UseCandidate { get; private set; }

    public bool HasFingerprint { get; private set; }

    public IPEndPoint? MappedAddress { get; private set; }

    public int ErrorCode { get; private set; }

    /// <summary>The attributes that a receiver has to understand and this one does not.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ushort> UnknownAttributes => ((ReadOnlySpan<ushort>)_unknown)[.._unknownCount];

    public readonly bool HasIntegrity => _integrityAt > 0;

    public static bool Looks(ReadOnlySpan<byte> packet) =>
        packet.Length >= HeaderLength
        && packet[0] < 0x40
        && BinaryPrimitives.ReadUInt32BigEndian(packet[4..]) == MagicCookie;

    public static bool TryRead(ReadOnlySpan<byte> packet, out StunMessage message)
    {
        message = default;
        if (!Looks(packet)
            || packet.Length > LengthMax
            || BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) + HeaderLength != packet.Length)
        {
            return false;
        }

        message._packet = packet;
        message.Type = (StunType)BinaryPrimitives.ReadUInt16BigEndian(packet);
        message.TransactionId = packet.Slice(8, 12);
        return message.ReadAttributes();
    }

    /// <summary>Whether whoever wrote the message knew the password: RFC 8489 section 14.5.</summary>
    public readonly bool IsSignedWith(ReadOnlySpan<byte> password)
    {
        if (_integrityAt == 0)
        {
            return false;
        }

        // The length that was signed ends with this attribute, whatever follows it.
        Span<byte> signed = stackalloc byte[_integrityAt];
        _packet[.._integrityAt].CopyTo(signed);
        BinaryPrimitives.WriteUInt16BigEndian(signed[2..], (ushort)(_integrityAt + 4));
        Span<byte> expected = stackalloc byte[StunSignature.Length];
        StunSignature.Write(password, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, _packet.Slice(_integrityAt + 4, StunSignature.Length));
    }

    private bool ReadAttributes()
    {
        var reader = new ByteReader(_packet[HeaderLength..]);
        while (reader.Left > 0 && !HasFingerprint)
        {
            var at = _packet.Length - reader.Left;
            var type = (StunAttribute)reader.U16();
            var value = reader.Take(reader.U16());
            reader.Take(-value.Length & 3);
            if (reader.Overrun || !Take(type, value, at))
            {
                return false;
            }
        }

        return reader.Left == 0;
    }

    private bool Take(StunAttribute type, ReadOnlySpan<byte> value, int at)
    {
        if (type == StunAttribute.Fingerprint)
        {
            HasFingerprint = value.Length == 4
                && BinaryPrimitives.ReadUInt32BigEndian(value) == StunFingerprint.Of(_packet[..at]);
            return HasFingerprint;
        }

        // What follows the signature is not signed, so it does not count: RFC 8489 section 14.5.
        return HasIntegrity || TakeSigned(type, value, at);
    }

    private bool TakeSigned(StunAttribute type, ReadOnlySpan<byte> value, int at)
    {
        switch (type)
        {
            case StunAttribute.Username:
                Username = value;
                return true;
            case StunAttribute.UseCandidate:
                UseCandidate = true;
                return true;
            case StunAttribute.MessageIntegrity:
                _integrityAt = at;
                return value.Length == StunSignature.Length;
            case StunAttribute.XorMappedAddress:
                MappedAddress = XorAddress.Read(value, TransactionId);
                return MappedAddress is not null;
            case StunAttribute.ErrorCode:
                ErrorCode = value.Length >= 4 ? ((value[2] & 7) * 100) + value[3] : 0;
                return ErrorCode != 0;
            case StunAttribute.Priority or StunAttribute.UnknownAttributes or StunAttribute.MappedAddress
                or StunAttribute.Realm or StunAttribute.Nonce or StunAttribute.MessageIntegritySha256
                or StunAttribute.PasswordAlgorithm or StunAttribute.UserHash:
                return true;
            default:
                if ((ushort)type < 0x8000 && _unknownCount < UnknownMax)
                {
                    _unknown[_unknownCount++] = (ushort)type;
                }

                return true;
        }
    }

    [InlineArray(UnknownMax)]
    private struct UnknownTypes
    {
        private ushort _first;
    }
}
