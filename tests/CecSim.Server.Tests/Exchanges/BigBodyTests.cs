using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>Bodies that are too large: the client reads its 413, also while it still writes.</summary>
public sealed class BigBodyTests
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly (string Path, int Status)[] Routes =
    [
        (TokenPath, 413),
        ("/_cecsim/spaces", 413),
        ("/_cecsim/spaces/demo/faults", 413),

        // Refused for another reason before anybody looks at the body.
        (ApplyPath, 403),
        ("/nowhere", 404),
    ];

    public static TheoryData<string, int, int, string> Bodies { get; } =
    [
        .. from route in Routes
           from size in (int[])[3, 29, 64]
           from framing in (string[])["length", "chunked"]
           select (route.Path, route.Status, size, framing),
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Over_HTTP_1_whoever_writes_all_before_it_reads_finds_the_answer(
        string path, int status, int size, string framing)
    {
        await using var cec = await TestCec.StartAsync();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, cec.Url("http").Port, TestCec.TestEnds);
        await using var stream = tcp.GetStream();

        var isChunked = framing == "chunked";
        var length = isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {size * Mebibyte}";
        await WriteAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{length}\r\n\r\n");
        var piece = Encoding.ASCII.GetBytes(new string(' ', Mebibyte));
        for (var i = 0; i < size; i++)
        {
            await WriteAsync(isChunked ? "100000\r\n" : "");
            await stream.WriteAsync(piece, TestCec.TestEnds);
            await WriteAsync(isChunked ? "\r\n" : "");
        }

        await WriteAsync(isChunked ? "0\r\n\r\n" : "");
        var buffer = new byte[12];
        await stream.ReadExactlyAsync(buffer, TestCec.TestEnds);

        Assert.Equal($"HTTP/1.1 {status}", Encoding.ASCII.GetString(buffer));

        async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestCec.TestEnds);
    }

    [Theory]
    [InlineData(TokenPath)]
    [InlineData("/_cecsim/spaces")]
    public async Task Whoever_asks_first_is_told_before_it_sends_the_body(string path)
    {
        await using var cec = await TestCec.StartAsync();
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));

        await connection.SendAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
            $"Content-Length: {64 * Mebibyte}\r\nExpect: 100-continue\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", await connection.ReadToAsync("\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TokenPath, 3)]
    [InlineData(TokenPath, 64)]
    [InlineData("/_cecsim/spaces", 3)]
    [InlineData("/_cecsim/spaces", 64)]
    public async Task Over_HTTP_2_the_413_arrives_and_the_connection_stays(string path, int size)
    {
        await using var secure = await SecureCec.StartAsync();
        secure.Https.DefaultRequestVersion = HttpVersion.Version20;
        secure.Https.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var content = new ByteArrayContent(new byte[size * Mebibyte]);
        content.Headers.ContentType = new("application/json");

        using var refused = await secure.Https.PostAsync(path, content, TestCec.TestEnds);
        using var next = await secure.Https.GetAsync("/_cecsim/health/live", TestCec.TestEnds);

        Assert.Equal(413, (int)refused.StatusCode);
        Assert.Equal(200, (int)next.StatusCode);
    }

    [Fact]
    public async Task After_a_413_the_same_connection_takes_the_next_request()
    {
        await using var cec = await TestCec.StartAsync();
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));

        await connection.SendAsync(
            $"POST /_cecsim/spaces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
            $"Content-Length: {3 * Mebibyte}\r\n\r\n{new string(' ', 3 * Mebibyte)}" +
            "GET /_cecsim/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", await connection.ReadToAsync("\r\n"), StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 200", await connection.ReadToAsync("HTTP/1.1 200"), StringComparison.Ordinal);
    }
}
