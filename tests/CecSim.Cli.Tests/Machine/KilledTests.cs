using System.Security.Cryptography.X509Certificates;

namespace CecSim.Cli.Tests.Machine;

/// <summary>What a process leaves that was killed, and the next one finds.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("cecsim-killed-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_kill_while_certificates_are_made_leaves_nothing_that_hinders_the_next_start()
    {
        for (var i = 0; i < 3; i++)
        {
            // They are made beside the start, so that the banner does not wait for them.
            await using var killed = await CecSimProcess.ServeWithAsync(_data);
            Assert.Equal(128 + 9, await killed.KillAsync());
        }

        await File.WriteAllTextAsync(
            Path.Combine(_data, "ca-key.pem.77-abc.unfinished"), "-----BEGIN", TestContext.Current.CancellationToken);
        await using var next = await CecSimProcess.ServeWithAsync(_data);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(next.SecureAddress));
        await next.InterruptAsync();

        Assert.Empty(await next.ReadErrorsToEndAsync());
        Assert.Equal(
            ["ca-key.pem", "ca.pem", "server-key.pem"],
            Directory.GetFiles(_data).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_has_the_same_authority_and_the_same_ports()
    {
        await using var killed = await CecSimProcess.ServeWithAsync(_data);
        await AskAsync(killed.SecureAddress);
        var authority = await File.ReadAllTextAsync(
            Path.Combine(_data, "ca.pem"), TestContext.Current.CancellationToken);
        var port = killed.Address.Port;
        Assert.Equal(128 + 9, await killed.KillAsync());

        await using var next = await CecSimProcess.ServeInAsync(
            new Surroundings(":") { Environment = [("CECSIM_DATA", _data)] },
            "--urls", $"http://127.0.0.1:{port}", "--https-port", "0", "--media-port", "0");
        using var trusted = X509Certificate2.CreateFromPem(authority);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(next.SecureAddress, trusted));
    }

    private static async Task<HttpStatusCode> AskAsync(Uri address, X509Certificate2? authority = null)
    {
        var handler = new SocketsHttpHandler();
        if (authority is null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null;
        }
        else
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority },
            };
        }

        using var http = new HttpClient(handler) { BaseAddress = address };
        using var answer = await http.GetAsync("/_cecsim/health/ready", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
