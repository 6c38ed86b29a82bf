using System.Security.Cryptography.X509Certificates;
using CecSim.Server.Certificates;
using Microsoft.AspNetCore.Hosting;

namespace CecSim.Server.Tests.Certificates;

/// <summary>A real server and a client that trusts nothing but what was exported.</summary>
public sealed class TrustTests : CertificateTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_client_that_trusts_the_exported_authority_trusts_the_server(string host)
    {
        var authority = Open(TimeProvider.System);
        await using var server = await ServeAsync(authority.ServerCertificate);
        using var client = ClientThatTrusts(X509Certificate2.CreateFromPem(authority.ExportPem()));

        Assert.Equal("hello", await client.GetStringAsync(AddressOf(server, host), TestEnds));
    }

    [Fact]
    public void The_certificate_is_good_for_the_machines_own_name_and_the_other_loopback_address_too()
    {
        var authority = Open();

        Assert.True(authority.ServerCertificate.MatchesHostname("devbox"));
        Assert.True(authority.ServerCertificate.MatchesHostname("::1"));
        Assert.False(authority.ServerCertificate.MatchesHostname("example.com"));
    }

    [Fact]
    public async Task A_client_that_trusts_another_authority_refuses_the_server()
    {
        await using var server = await ServeAsync(Open(TimeProvider.System).ServerCertificate);
        var other = Open(TimeProvider.System, PathOf("other"));
        using var client = ClientThatTrusts(X509CertificateLoader.LoadCertificate(other.ExportCer()));

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetStringAsync(AddressOf(server, "localhost"), TestEnds));
    }

    [Fact]
    public async Task The_exported_pfx_serves_another_server()
    {
        var authority = Open(TimeProvider.System);
        using var exported = X509CertificateLoader.LoadPkcs12(authority.ExportPfx("secret"), "secret");
        await using var server = await ServeAsync(exported);
        using var client = ClientThatTrusts(X509CertificateLoader.LoadCertificate(authority.ExportCer()));

        Assert.Equal("hello", await client.GetStringAsync(AddressOf(server, "localhost"), TestEnds));
    }

    [Fact]
    public void The_exported_pfx_carries_the_authority_but_not_its_key()
    {
        var authority = Open();

        var all = X509CertificateLoader.LoadPkcs12Collection(authority.ExportPfx("secret"), "secret");

        Assert.Equal(
            [(authority.ServerCertificate.Thumbprint, true), (authority.AuthorityCertificate.Thumbprint, false)],
            all.Select(c => (c.Thumbprint, c.HasPrivateKey)).OrderByDescending(c => c.HasPrivateKey));
    }

    [Fact]
    public void The_authority_may_sign_certificates_and_nothing_below_it_may()
    {
        var constraints = Open().AuthorityCertificate.Extensions.OfType<X509BasicConstraintsExtension>().Single();

        Assert.True(constraints is { CertificateAuthority: true, HasPathLengthConstraint: true });
        Assert.Equal(0, constraints.PathLengthConstraint);
        Assert.Equal("CN=CecSim development CA (devbox)", Open().AuthorityCertificate.Subject);
    }

    private static async Task<WebApplication> ServeAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var app = builder.Build();
        app.MapGet("/", () => "hello");
        await app.StartAsync(TestEnds);
        return app;
    }

    private static Uri AddressOf(WebApplication server, string host) =>
        new UriBuilder(server.Urls.Single()) { Host = host }.Uri;

    private static HttpClient ClientThatTrusts(X509Certificate2 authority)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(authority);
        return new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = policy } });
    }
}
