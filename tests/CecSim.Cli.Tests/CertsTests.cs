using System.Security.Cryptography.X509Certificates;

namespace CecSim.Cli.Tests;

public sealed class CertsTests
{
    [Fact]
    [Shows("9/browser-certificate")]
    public async Task The_certificate_is_exported_in_each_form()
    {
        using var folder = new ScenarioFolder();
        var (pem, cer, pfx) = (folder.File("ca.pem"), folder.File("ca.cer"), folder.File("server.pfx"));

        var (exitCode, _, _) = await CecSimTool.RunAsync(
            "certs", "export", "--pem", pem, "--cer", cer, "--pfx", pfx, "--password", "secret");

        Assert.Equal(0, exitCode);
        using var fromPem = X509CertificateLoader.LoadCertificateFromFile(pem);
        using var fromCer = X509CertificateLoader.LoadCertificateFromFile(cer);
        using var fromPfx = X509CertificateLoader.LoadPkcs12FromFile(pfx, "secret");
        Assert.Equal(fromPem.Thumbprint, fromCer.Thumbprint);
        Assert.Equal(fromPem.Subject, fromPfx.Issuer);
        Assert.True(fromPfx.HasPrivateKey);
    }

    [Theory]
    [InlineData("file", "secret", 0)]
    [InlineData("variable", "secret", 0)]
    [InlineData("none", null, 2)]
    [InlineData("argument", "", 2)]
    [InlineData("file", "", 2)]
    [InlineData("variable", "", 2)]
    public async Task The_key_has_a_password_from_wherever_it_comes_and_never_an_empty_one(
        string way, string? password, int expected)
    {
        using var folder = new ScenarioFolder();
        var pfx = folder.File("server.pfx");
        string[] named = way switch
        {
            "argument" => ["--password", password!],
            "file" => ["--password-file", folder.Write("password", password + "\n")],
            _ => [],
        };

        var (exitCode, _, errors) = await CecSimTool.RunWith(
            way == "variable" ? [("CECSIM_PFX_PASSWORD", password)] : [], ["certs", "export", "--pfx", pfx, .. named]);

        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 0, File.Exists(pfx));
        if (expected == 0)
        {
            using var key = X509CertificateLoader.LoadPkcs12FromFile(pfx, password);
            Assert.True(key.HasPrivateKey);
        }
        else
        {
            Assert.Contains("password", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_authority_can_be_printed()
    {
        var (exitCode, output, _) = await CecSimProcess.RunAsync("certs", "export", "--pem", "-");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_cannot_be_kept_is_not_handed_out()
    {
        using var folder = new ScenarioFolder();

        // A file stands where the folder would have to be.
        var (exitCode, output, errors) = await CecSimTool.RunWith(
            [("CECSIM_DATA", folder.Write("taken", ""))], "certs", "export", "--pem", "-");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("cannot be written", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_to_nowhere_is_refused()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("certs", "export");

        Assert.Equal(2, exitCode);
        Assert.Contains("Name at least one of --pem FILE, --cer FILE, --pfx FILE.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_in_plain_words()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("certs", "export", "--pem", "/no/such/folder/ca.pem");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("cecsim: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
