namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>What a client says that it can do: RFC 5246 section 7.4.1.2 and RFC 6347 section 4.2.1.</summary>
internal sealed class ClientHello
{
    private readonly HashSet<ushort> _suites = [];
    private readonly HashSet<ushort> _groups = [];
    private HashSet<ushort>? _versions;
    private ushort _legacyVersion;

    private ClientHello()
    {
    }

    public byte[] Random { get; private set; } = [];

    public byte[] Cookie { get; private set; } = [];

    public HashSet<ushort> SrtpProfiles { get; } = [];

    public bool ExtendedMasterSecret { get; private set; }

    public bool SecureRenegotiation { get; private set; }

    /// <summary>
    /// RFC 8446 section 4.2.1: where the extension is, the old field says nothing. Where it is not, that field is the
    /// highest version, and DTLS counts downwards.
    /// </summary>
    public bool OffersVersion12 => _versions?.Contains(DtlsCodes.Version12)
        ?? (_legacyVersion >> 8 == DtlsCodes.Version12 >> 8 && _legacyVersion <= DtlsCodes.Version12);

    /// <summary>What it offers, for a person to read.</summary>
    public string Versions => string.Join(", ", (_versions ?? [_legacyVersion]).Select(v => v switch
    {
        DtlsCodes.Version13 => "DTLS 1.3",
        DtlsCodes.Version12 => "DTLS 1.2",
        DtlsCodes.Version10 => "DTLS 1.0",
        _ => $"0x{v:X4}",
    }));

    public bool OffersSuite => _suites.Contains(DtlsCodes.Suite);

    // Without the extension a client leaves the choice to the server: RFC 8422 section 4.
    public bool OffersCurve => _groups.Count == 0 || _groups.Contains(DtlsCodes.CurveP256);

    /// <summary>Null when the body is broken.</summary>
    public static ClientHello? Read(byte[] body)
    {
        var hello = new ClientHello();
        var reader = new ByteReader(body);
        hello._legacyVersion = reader.U16();
        hello.Random = reader.Take(DtlsCodes.RandomLength).ToArray();
        reader.Take(reader.U8());
        hello.Cookie = reader.Take(reader.U8()).ToArray();
        AddAll(hello._suites, reader.Take(reader.U16()));
        reader.Take(reader.U8());
        hello.SecureRenegotiation = hello._suites.Contains(DtlsCodes.RenegotiationSuite);
        return !reader.Overrun && hello.ReadExtensions(reader) ? hello : null;
    }

    private bool ReadExtensions(ByteReader reader)
    {
        if (reader.Left == 0)
        {
            return true;
        }

        var extensions = new ByteReader(reader.Take(reader.U16()));
        while (extensions.Left > 0)
        {
            var type = (HelloExtension)extensions.U16();
            Take(type, extensions.Take(extensions.U16()));
        }

        return !reader.Overrun && !extensions.Overrun && reader.Left == 0;
    }

    private void Take(HelloExtension type, ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        switch (type)
        {
            case HelloExtension.SupportedGroups:
                AddAll(_groups, reader.Take(reader.U16()));
                break;
            case HelloExtension.UseSrtp:
                AddAll(SrtpProfiles, reader.Take(reader.U16()));
                break;
            case HelloExtension.SupportedVersions:
                AddAll(_versions ??= [], reader.Take(reader.U8()));
                break;
            case HelloExtension.ExtendedMasterSecret:
                ExtendedMasterSecret = true;
                break;
            case HelloExtension.RenegotiationInfo:
                SecureRenegotiation = true;
                break;
            default:
                break;
        }
    }

    private static void AddAll(HashSet<ushort> values, ReadOnlySpan<byte> list)
    {
        var reader = new ByteReader(list);
        while (reader.Left > 1)
        {
            values.Add(reader.U16());
        }
    }
}
