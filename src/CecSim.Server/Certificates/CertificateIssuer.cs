using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Certificates;

/// <summary>Makes the two certificates: the authority that clients trust, and the server's own below it.</summary>
internal static class CertificateIssuer
{
    /// <summary>So long a key that was lost or copied is worth something.</summary>
    private const int AuthorityYears = 2;

    private const int CommonNameLengthMax = 64;
    private const int SerialBytes = 16;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The longest life that browsers accept is 398 days.</summary>
    private static readonly TimeSpan ServerLife = TimeSpan.FromDays(397);

    /// <summary>A phone whose clock is a little behind must still accept a certificate made just now.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <param name="names">All that it may ever vouch for.</param>
    public static X509Certificate2 MakeAuthority(string hostName, ServerNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = $"CecSim development CA ({hostName})";
        var request = Request(name.Length > CommonNameLengthMax ? name[..CommonNameLengthMax] : name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(NameConstraints.To(names));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now - ClockSkew, now.AddYears(AuthorityYears));
    }

    public static X509Certificate2 IssueServer(X509Certificate2 authority, ServerNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("localhost", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(names.ToExtension());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));

        // A certificate must not outlive its authority, nor be older.
        var from = Later(now - ClockSkew, authority.NotBefore.ToUniversalTime());
        var until = Earlier(from + ServerLife, authority.NotAfter.ToUniversalTime());
        using var certificate = request.Create(authority, from, until, NewSerial());
        return certificate.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string commonName, ECDsa key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(commonName);
        return new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
    }

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);   // positive, and never shortened by leading zeros
        return serial;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
