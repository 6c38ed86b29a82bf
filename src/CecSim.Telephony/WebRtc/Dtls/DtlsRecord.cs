namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>A record as it lies in its datagram: RFC 6347 section 4.1.</summary>
internal readonly ref struct DtlsRecord
{
    public const int HeaderLength = 13;

    private const byte VersionMajor = 0xFE;

    private DtlsRecord(ContentType type, ushort version, ushort epoch, ulong number, ReadOnlySpan<byte> fragment)
    {
        Type = type;
        Version = version;
        Epoch = epoch;
        Number = number;
        Fragment = fragment;
    }

    public ContentType Type { get; }

    public ushort Version { get; }

    public ushort Epoch { get; }

    public ulong Number { get; }

    public ReadOnlySpan<byte> Fragment { get; }

    /// <summary>
    /// Takes the next record off the datagram. What cannot be one ends the datagram: section 4.1.2.7.
    /// </summary>
    public static bool TryTake(ref ReadOnlySpan<byte> datagram, out DtlsRecord record)
    {
        var reader = new ByteReader(datagram);
        var type = (ContentType)reader.U8();
        var version = reader.U16();
        var epoch = reader.U16();
        var number = reader.U48();
        var fragment = reader.Take(reader.U16());
        datagram = datagram[^reader.Left..];
        record = new DtlsRecord(type, version, epoch, number, fragment);
        return !reader.Overrun && version >> 8 == VersionMajor;
    }

    /// <summary>Its first record is a ClientHello in clear.</summary>
    public static bool BeginsHandshake(ReadOnlySpan<byte> datagram) =>
        TryTake(ref datagram, out var record)
        && record is { Type: ContentType.Handshake, Epoch: 0 }
        && record.Fragment is [(byte)HandshakeType.ClientHello, ..];
}
