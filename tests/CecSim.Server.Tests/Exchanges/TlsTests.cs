using System.Security.Authentication;

namespace CecSim.Server.Tests.Exchanges;

public sealed class TlsTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    [Shows("1/tls-1-2")]
    public async Task A_client_that_speaks_one_version_of_TLS_is_answered(SslProtocols version)
    {
        await using var secure = await SecureCec.StartAsync();
        using var http = new HttpClient(
            new HttpClientHandler
            {
                SslProtocols = version,
                ServerCertificateCustomValidationCallback =
                    HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            })
        {
            BaseAddress = secure.Https.BaseAddress,
        };

        var client = await secure.Cec.SignInAsync(http: http);

        Assert.Equal(200, (await client.CheckAsync()).Status);
    }
}
