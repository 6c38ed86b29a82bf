using System.Formats.Asn1;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>
/// What an authority may vouch for (RFC 5280, 4.2.1.10): this machine's names and its loopback. Whoever gets hold of
/// the key of an authority that somebody trusts can pass for this machine with it, and for no other.
/// </summary>
internal static class NameConstraints
{
    private const string Id = "2.5.29.30";

    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 7);

    private static readonly IPNetwork[] Loopback =
        [new(new IPAddress([127, 0, 0, 0]), 8), new(IPAddress.IPv6Loopback, 128)];

    public static X509Extension To(ServerNames names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (var name in names.Dns)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
                }
            }

            foreach (var network in Loopback)
            {
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(BytesOf(network), Address);
                }
            }
        }

        return new X509Extension(Id, writer.Encode(), critical: true);
    }

    /// <returns>The DNS names below which an authority may vouch for any; null when nothing binds it.</returns>
    /// <exception cref="CryptographicException">What binds it cannot be read.</exception>
    public static IReadOnlyList<string>? DnsOf(X509Certificate2 authority)
    {
        if (authority.Extensions[Id] is not { Critical: true } extension)
        {
            return null;
        }

        try
        {
            var names = new List<string>();
            var permitted = new AsnReader(extension.RawData, AsnEncodingRules.DER)
                .ReadSequence().ReadSequence(Permitted);
            while (permitted.HasData)
            {
                var subtree = permitted.ReadSequence();
                if (subtree.PeekTag().HasSameClassAndValue(DnsName))
                {
                    names.Add(subtree.ReadCharacterString(UniversalTagNumber.IA5String, DnsName));
                }
            }

            return names;
        }
        catch (AsnContentException e)
        {
            throw new CryptographicException("Its name constraints are broken.", e);
        }
    }

    // The address and its mask, one after the other.
    private static byte[] BytesOf(IPNetwork network)
    {
        var length = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 4 : 16;
        var mask = new byte[length];
        for (var bit = 0; bit < network.PrefixLength; bit++)
        {
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return [.. network.BaseAddress.GetAddressBytes(), .. mask];
    }
}
