using CecSim.Server.Control.Access;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>What opens the control API from elsewhere, and what must not.</summary>
public sealed class ControlKeyTests
{
    private const string Key = "a-key-of-sixteen";

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("short", "16 to 1024 characters")]
    [InlineData("fifteen-letters", "16 to 1024 characters")]
    [InlineData("                ", "printable ASCII")]
    [InlineData("sixteen letters!", "printable ASCII")]
    [InlineData("sixteen-letters\n", "printable ASCII")]
    [InlineData("schlüssel-schlüssel", "printable ASCII")]
    public void A_key_that_keeps_nobody_out_starts_no_server(string key, string why)
    {
        var refused = Assert.Throws<ArgumentException>(
            () => CecSimHost.Build(new CecSimArgs { Urls = ["http://127.0.0.1:0"], ControlKey = key }));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.True(key.Trim().Length == 0 || !refused.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_of_sixteen_characters_is_taken() => Assert.Null(ControlKey.Complaint(Key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_key_and_an_empty_one_open_nothing(string? key)
    {
        foreach (var sent in (string?[])[null, "", "Bearer", "Bearer ", "bearer ", "Bearer  ", "BEARER\t"])
        {
            Assert.NotNull(ControlAuthorization.CheckKey(
                new ControlCaller(false, sent, "https://cec.example", null, null, false), key));
        }
    }

    [Theory]
    [InlineData("1.1", null)]
    [InlineData("1.1", Key)]
    [InlineData("2.0", null)]
    [InlineData("2.0", Key)]
    public async Task Over_the_wire_nothing_but_the_key_opens_it(string version, string? key)
    {
        var certificates = Directory.CreateTempSubdirectory("cecsim-certificates-");
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["https://0.0.0.0:0"],
            ControlKey = key,
            CertificateFolder = certificates.FullName,
            LogLevel = LogLevel.None,
        });
        await app.StartAsync(TestEnds);
        using var http = ClientOf(new Uri($"https://127.0.0.1:{new Uri(app.Urls.Single()).Port}"));
        http.DefaultRequestVersion = Version.Parse(version);
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        foreach (var sent in (string?[])[
            null, "", " ", "Bearer", "Bearer ", "bearer ", "bearer", "Bearer  ", "Bearer\t", "Bearer \t ",
            "Bearer null",
            Key, $"Basic {Key}", $"Bearer {Key[..^1]}", $"Bearer {Key}x", $"Bearer {Key.ToUpperInvariant()}"])
        {
            Assert.Equal((sent, HttpStatusCode.Unauthorized), (sent, await AskAsync(sent)));
        }

        Assert.Equal(key is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, await AskAsync($"Bearer {Key}"));
        await app.DisposeAsync();
        certificates.Delete(recursive: true);

        async Task<HttpStatusCode> AskAsync(string? authorization)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/_cecsim/spaces");
            if (authorization is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
            }

            using var response = await http.SendAsync(request, TestEnds);
            return response.StatusCode;
        }
    }
}
