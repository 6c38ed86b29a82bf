using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CecSim.Server.Tests.Certificates;

/// <summary>What the authority's key is good for in other hands: passing for this machine, and for no other.</summary>
public sealed class NameConstraintTests : CertificateTests
{
    [Theory]
    [InlineData("DNS:localhost", true)]
    [InlineData("DNS:devbox", true)]
    [InlineData("DNS:app.localhost", true)]
    [InlineData("IP:127.0.0.1", true)]
    [InlineData("IP:127.8.9.10", true)]
    [InlineData("IP:::1", true)]
    [InlineData("DNS:bank.example", false)]
    [InlineData("DNS:notlocalhost", false)]
    [InlineData("DNS:localhost.bank.example", false)]
    [InlineData("IP:192.0.2.1", false)]
    [InlineData("IP:2001:db8::1", false)]
    public async Task A_certificate_for_anybody_else_is_refused(string name, bool isGood)
    {
        Open();
        using var authority = Authority();
        using var issued = Issue(authority, name);
        await File.WriteAllTextAsync(
            PathOf("leaf.pem"), issued.ExportCertificatePem(), TestContext.Current.CancellationToken);

        // Another implementation than the one that made it.
        using var openssl = Process.Start(new ProcessStartInfo(
            "openssl", ["verify", "-attime", "1767690000", "-CAfile", PathOf("ca.pem"), PathOf("leaf.pem")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await openssl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await openssl.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(isGood == (openssl.ExitCode == 0), said);
        Assert.True(isGood || said.Contains("subtree violation", StringComparison.Ordinal), said);
    }

    [Fact]
    public void An_authority_without_bounds_of_an_earlier_version_is_replaced_and_it_is_said()
    {
        Open();
        using var authority = Authority();
        using var unbound = Unbound();
        File.WriteAllText(
            PathOf("ca-key.pem"),
            unbound.ExportCertificatePem() + "\n" + unbound.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        var after = Open();

        Assert.Contains("may vouch for any name", Assert.Single(after.Warnings), StringComparison.Ordinal);
        Assert.NotEqual(unbound.Thumbprint, after.AuthorityCertificate.Thumbprint);
        Assert.Empty(Open().Warnings);
    }

    private X509Certificate2 Authority()
    {
        var pem = File.ReadAllText(PathOf("ca-key.pem"));
        return X509Certificate2.CreateFromPem(pem, pem);
    }

    private X509Certificate2 Unbound()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=old", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        return request.CreateSelfSigned(Clock.GetUtcNow().AddDays(-1), Clock.GetUtcNow().AddYears(9));
    }

    private X509Certificate2 Issue(X509Certificate2 authority, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (name.StartsWith("DNS:", StringComparison.Ordinal))
        {
            names.AddDnsName(name[4..]);
        }
        else
        {
            names.AddIpAddress(System.Net.IPAddress.Parse(name[3..]));
        }

        request.CertificateExtensions.Add(names.Build());
        return request.Create(authority, Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(30), [1, 2, 3, 4]);
    }
}
