using CecSim.Telephony.WebRtc.Bytes;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>What a client says that it can do: RFC 5246 section 7.4.1.2 and RFC 6347 section 4.2.1.</summary>
internal sealed class ClientHello
{
    private readonly HashSet<ushort> _suites = [];
    private readonly HashSet<ushort> _groups = [];
    private readonly HashSet<ushort> _versions = [];

    private ClientHello()
    {
    }

    public byte[] Random { get; private set; } = [];

    public byte[] Cookie { get; private set; } = [];

    public HashSet<ushort> SrtpProfiles { get; } = [];

    public bool ExtendedMasterSecret { get; private set; }

    public bool SecureRenegotiation { get; private set; }

    public bool OffersVersion12 => _versions.Contains(DtlsCodes.Version12);

    public bool OffersSuite => _suites.Contains(DtlsCodes.Suite);

    // Without the extension a client leaves the choice to the server: RFC 8422 section 4.
    public bool OffersCurve => _groups.Count == 0 || _groups.Contains(DtlsCodes.CurveP256);

    /// <summary>Null when the body is broken.</summary>
    public static ClientHello? Read(byte[] body)
    {
        var hello = new ClientHello();
        var reader = new ByteReader(body);
        hello._versions.Add(reader.U16());
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
                AddAll(_versions, reader.Take(reader.U8()));
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
