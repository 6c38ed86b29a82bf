using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>What the server chose of the client's hello: RFC 5246 section 7.4.1.3.</summary>
/// <param name="Profile">Null when it agreed on none.</param>
internal sealed record ServerHello(
    ushort Version, byte[] Random, ushort Suite, SrtpProfile? Profile, bool ExtendedMasterSecret)
{
    /// <summary>Null when the body is broken.</summary>
    public static ServerHello? Read(byte[] body)
    {
        var reader = new ByteReader(body);
        var version = reader.U16();
        var random = reader.Take(DtlsCodes.RandomLength).ToArray();
        reader.Take(reader.U8());
        var suite = reader.U16();
        var compression = reader.U8();
        SrtpProfile? profile = null;
        var hasMasterSecret = false;
        var extensions = new ByteReader(reader.Left == 0 ? default : reader.Take(reader.U16()));
        while (extensions.Left > 0)
        {
            var type = (HelloExtension)extensions.U16();
            var value = new ByteReader(extensions.Take(extensions.U16()));
            hasMasterSecret |= type == HelloExtension.ExtendedMasterSecret;

            // One profile, behind the length of a list of one: RFC 5764 section 4.1.1.
            profile = type == HelloExtension.UseSrtp && value.U16() == 2 ? (SrtpProfile)value.U16() : profile;
        }

        return reader.Overrun || extensions.Overrun || compression != 0
            ? null
            : new ServerHello(version, random, suite, profile, hasMasterSecret);
    }
}
