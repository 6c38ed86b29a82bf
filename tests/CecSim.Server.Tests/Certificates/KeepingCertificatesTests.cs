using CecSim.Server.Certificates;

namespace CecSim.Server.Tests.Certificates;

public sealed class KeepingCertificatesTests : CertificateTests
{
    [Fact]
    public void A_second_start_finds_the_certificates_of_the_first()
    {
        var first = Open();
        var second = Open();

        Assert.Equal(first.AuthorityCertificate.Thumbprint, second.AuthorityCertificate.Thumbprint);
        Assert.Equal(first.ServerCertificate.Thumbprint, second.ServerCertificate.Thumbprint);
        Assert.Empty(first.Warnings);
        Assert.Empty(second.Warnings);
    }

    [Fact]
    public async Task First_starts_at_once_agree_on_one_authority_and_one_server_certificate()
    {
        const int starts = 8;
        using var together = new Barrier(starts);
        var opened = await Task.WhenAll(Enumerable.Range(0, starts).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return LocalAuthority.Open(Folder, Clock);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(opened.Select(a => a.AuthorityCertificate.Thumbprint).Distinct());
        Assert.Single(opened.Select(a => a.ServerCertificate.Thumbprint).Distinct());
        Assert.All(opened, a => Assert.Empty(a.Warnings));
    }

    [Fact]
    public void Nothing_unfinished_is_left_in_the_folder()
    {
        Open();

        var files = Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

        Assert.Equal(["ca-key.pem", "ca.pem", "server-key.pem"], files);
    }

    [Fact]
    public void Only_the_owner_may_read_the_keys_and_anyone_the_authoritys_certificate()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows())
        {
            return;   // there the folder's own access list keeps others out
        }

        Open(folder: PathOf("made"));

        Assert.Equal(owner, File.GetUnixFileMode(PathOf("made/ca-key.pem")));
        Assert.Equal(owner, File.GetUnixFileMode(PathOf("made/server-key.pem")));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(PathOf("made")));
        Assert.True(File.GetUnixFileMode(PathOf("made/ca.pem")).HasFlag(UnixFileMode.OtherRead));
        Assert.DoesNotContain("PRIVATE", File.ReadAllText(PathOf("made/ca.pem")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_corrupt_authority_is_replaced_and_it_is_said(string text)
    {
        var before = Open();
        File.WriteAllText(PathOf("ca-key.pem"), text);

        var after = Open();

        Assert.Contains("ca-key.pem cannot be used", Assert.Single(after.Warnings), StringComparison.Ordinal);
        Assert.NotEqual(before.AuthorityCertificate.Thumbprint, after.AuthorityCertificate.Thumbprint);
        Assert.NotEqual(before.ServerCertificate.Thumbprint, after.ServerCertificate.Thumbprint);
        Assert.Equal(after.ExportPem(), File.ReadAllText(PathOf("ca.pem")));
        Assert.Empty(Open().Warnings);
    }

    [Fact]
    public void A_corrupt_server_certificate_is_replaced_it_is_said_and_the_authority_stays()
    {
        var before = Open();
        File.WriteAllText(PathOf("server-key.pem"), File.ReadAllText(PathOf("server-key.pem"))[..200]);

        var after = Open();

        Assert.Contains("server-key.pem cannot be used", Assert.Single(after.Warnings), StringComparison.Ordinal);
        Assert.Equal(before.AuthorityCertificate.Thumbprint, after.AuthorityCertificate.Thumbprint);
        Assert.Empty(Open().Warnings);
    }

    [Fact]
    public void A_certificate_that_is_no_authority_does_not_become_one()
    {
        Open();
        File.Copy(PathOf("server-key.pem"), PathOf("ca-key.pem"), overwrite: true);

        Assert.Contains("holds no certificate authority", Assert.Single(Open().Warnings), StringComparison.Ordinal);
        Assert.Empty(Open().Warnings);
    }

    [Fact]
    public void A_lost_copy_for_clients_is_written_again()
    {
        var authority = Open();
        File.Delete(PathOf("ca.pem"));

        Open();

        Assert.Equal(authority.ExportPem(), File.ReadAllText(PathOf("ca.pem")));
    }

    [Fact]
    public void Where_nothing_can_be_written_the_run_has_certificates_of_its_own_and_it_is_said()
    {
        File.WriteAllText(PathOf("file"), "in the way");

        var authority = Open(folder: PathOf("file/folder"));

        Assert.True(authority.ServerCertificate.HasPrivateKey);
        Assert.Contains("cannot be written", Assert.Single(authority.Warnings), StringComparison.Ordinal);
    }
}
