using System.Security.Cryptography.X509Certificates;
using CecSim.Server.Certificates;

namespace CecSim.Server.Tests.Certificates;

public sealed class RenewalTests : CertificateTests
{
    private const int RenewedDaysBeforeItsEnd = 30;

    [Fact]
    public void A_server_certificate_lives_no_longer_than_browsers_accept()
    {
        var server = Open().ServerCertificate;

        Assert.Equal(TimeSpan.FromDays(397), server.NotAfter - server.NotBefore);
    }

    [Fact]
    public void A_server_certificate_is_renewed_thirty_days_before_its_end_and_not_a_moment_sooner()
    {
        var first = Open();
        var left = first.ServerCertificate.NotAfter.ToUniversalTime() - Clock.GetUtcNow();
        var lastMoment = Clock.Later(left - TimeSpan.FromDays(RenewedDaysBeforeItsEnd));

        Assert.Equal(first.ServerCertificate.Thumbprint, Open(lastMoment).ServerCertificate.Thumbprint);

        var renewed = Open(lastMoment.Later(TimeSpan.FromSeconds(1)));
        Assert.NotEqual(first.ServerCertificate.Thumbprint, renewed.ServerCertificate.Thumbprint);
        Assert.Equal(first.AuthorityCertificate.Thumbprint, renewed.AuthorityCertificate.Thumbprint);
        Assert.Empty(renewed.Warnings);
    }

    [Fact]
    public void A_server_certificate_for_another_host_name_is_not_used()
    {
        var before = Open(hostName: "old-name");
        var after = Open(hostName: "new-name");
        var again = Open(hostName: "new-name");

        Assert.True(before.ServerCertificate.MatchesHostname("old-name"));
        Assert.False(after.ServerCertificate.MatchesHostname("old-name"));
        Assert.True(after.ServerCertificate.MatchesHostname("localhost"));
        Assert.Equal(before.AuthorityCertificate.Thumbprint, after.AuthorityCertificate.Thumbprint);
        Assert.Contains("not good for new-name: delete", Assert.Single(after.Warnings), StringComparison.Ordinal);
        Assert.Equal(after.ServerCertificate.Thumbprint, again.ServerCertificate.Thumbprint);
    }

    [Fact]
    public void A_server_certificate_of_another_authority_is_not_used()
    {
        var other = Open(folder: PathOf("other"));
        Open(folder: PathOf("own"));
        File.Copy(PathOf("other/ca-key.pem"), PathOf("own/ca-key.pem"), overwrite: true);

        var own = Open(folder: PathOf("own"));

        Assert.Equal(other.AuthorityCertificate.Thumbprint, own.AuthorityCertificate.Thumbprint);
        Assert.Equal(own.AuthorityCertificate.SubjectName.RawData, own.ServerCertificate.IssuerName.RawData);
        Assert.Equal(KeyIdOf(own.AuthorityCertificate), IssuerKeyIdOf(own.ServerCertificate));
    }

    [Fact]
    public void The_authority_lives_two_years_and_its_successor_is_announced()
    {
        var first = Open();
        var later = Open(Clock.Later(TimeSpan.FromDays(690)));
        var atItsEnd = Open(Clock.Later(TimeSpan.FromDays(710)));

        Assert.Equal(first.AuthorityCertificate.Thumbprint, later.AuthorityCertificate.Thumbprint);
        Assert.NotEqual(first.AuthorityCertificate.Thumbprint, atItsEnd.AuthorityCertificate.Thumbprint);
        Assert.Contains("ends on 2028-01-05", Assert.Single(atItsEnd.Warnings), StringComparison.Ordinal);
        Assert.Contains("have to be told to trust", atItsEnd.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_certificate_does_not_outlive_its_authority()
    {
        Open();
        var late = Open(Clock.Later(TimeSpan.FromDays(670)));

        Assert.Equal(late.AuthorityCertificate.NotAfter, late.ServerCertificate.NotAfter);
    }

    [Fact]
    public void A_machine_name_that_no_certificate_can_bear_is_left_out()
    {
        var authority = Open(hostName: "büro rechner");

        Assert.Empty(authority.Warnings);
        Assert.True(authority.ServerCertificate.MatchesHostname("localhost"));
    }

    private static string? KeyIdOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifier;

    private static string IssuerKeyIdOf(X509Certificate2 certificate) => Convert.ToHexString(
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single().KeyIdentifier!.Value.Span);
}
