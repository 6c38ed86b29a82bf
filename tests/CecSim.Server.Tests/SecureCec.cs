namespace CecSim.Server.Tests;

/// <summary>A server with an HTTPS listener beside the plain one, and a certificate folder that goes with it.</summary>
internal sealed class SecureCec : IAsyncDisposable
{
    private readonly DirectoryInfo _certificates;

    private SecureCec(TestCec cec, DirectoryInfo certificates)
    {
        _certificates = certificates;
        Cec = cec;
        Https = TestCec.ClientOf(cec.Url("https"));
    }

    public TestCec Cec { get; }

    public HttpClient Https { get; }

    public static async Task<SecureCec> StartAsync(SpaceSettings? settings = null)
    {
        var certificates = Directory.CreateTempSubdirectory("cecsim-certificates-");
        var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [settings ?? new()],
            HttpsPort = 0,
            CertificateFolder = certificates.FullName,
        });
        return new SecureCec(cec, certificates);
    }

    public async ValueTask DisposeAsync()
    {
        Https.Dispose();
        await Cec.DisposeAsync();
        _certificates.Delete(recursive: true);
    }
}
