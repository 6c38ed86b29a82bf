using CecSim.Server.Listeners;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Listeners;

/// <summary>Which ports a server opens, and what it says of those that it cannot.</summary>
public sealed class PortTests
{
    [Theory]
    [InlineData("http://127.0.0.1:99999", "the port must be 0 to 65535, not 99999")]
    [InlineData("http://127.0.0.1:65536", "the port must be 0 to 65535")]
    [InlineData("http://127.0.0.1:-1", "the port must be 0 to 65535, not -1")]
    [InlineData("http://127.0.0.1:port", "neither an IP address nor localhost")]
    [InlineData("http://::1:5080", "neither an IP address nor localhost")]
    [InlineData("http://[::1:5080", "neither an IP address nor localhost")]
    [InlineData("http://cec.example:5080", "neither an IP address nor localhost")]
    [InlineData("http://:5080", "")]
    [InlineData("http://unix:/run/cec.sock", "")]
    [InlineData("http://127.0.0.1:5080/path", "without a path")]
    [InlineData("ftp://127.0.0.1:5080", "must be http or https")]
    [InlineData("127.0.0.1:5080", "is no URL")]
    [InlineData("nonsense", "is no URL")]
    [InlineData("", "is no URL")]
    public void Garbage_is_refused_in_words_of_the_command_line(string url, string why)
    {
        var refused = Assert.Throws<ArgumentException>(() => CecSimHost.Build(new CecSimArgs { Urls = [url] }));

        Assert.StartsWith("--urls: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", "http")]
    [InlineData("http", "https")]
    public void A_port_that_is_named_twice_is_refused(string one, string other)
    {
        var port = FreePort.OfTcp();

        var refused = Assert.Throws<ArgumentException>(() => CecSimHost.Build(new CecSimArgs
        {
            Urls = [$"{one}://127.0.0.1:{port}", $"{other}://localhost:{port}"],
        }));

        Assert.Contains("is named twice", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_at_all_is_refused() => Assert.Contains(
        "--urls names nothing",
        Assert.Throws<ArgumentException>(() => CecSimHost.Build(new CecSimArgs { Urls = [] })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:{0}")]
    [InlineData("127.0.0.1", "http://localhost:{0}")]
    [InlineData("::1", "http://localhost:{0}")]
    [InlineData("::1", "https://[::1]:{0}")]
    [InlineData("0.0.0.0", "http://127.0.0.1:{0}")]
    public void A_port_in_use_is_said_in_one_sentence(string taken, string url)
    {
        using var other = new TcpListener(IPAddress.Parse(taken), 0);
        other.Start();
        var named = url.Replace("{0}", $"{((IPEndPoint)other.LocalEndpoint).Port}", StringComparison.Ordinal);

        var refused = Assert.Throws<ListenException>(() => CecSimHost.Build(new CecSimArgs { Urls = [named] }));

        Assert.Equal(
            $"Failed to bind to address {named}: address already in use. " +
            "Choose others with --urls and --https-port (port 0 takes a free one).",
            refused.Message);
    }

    [Fact]
    public void Two_servers_that_have_not_started_see_each_other()
    {
        var args = new CecSimArgs { Urls = [$"http://localhost:{FreePort.OfTcp()}"], LogLevel = LogLevel.None };
        using var first = (IDisposable)CecSimHost.Build(args);

        Assert.Throws<ListenException>(() => CecSimHost.Build(args));
    }

    [Fact]
    public async Task A_port_is_free_again_when_the_server_is_gone_whether_or_not_it_ran()
    {
        var args = new CecSimArgs { Urls = [$"http://localhost:{FreePort.OfTcp()}"], LogLevel = LogLevel.None };
        await CecSimHost.Build(args).DisposeAsync();

        await using var second = CecSimHost.Build(args);
        await second.StartAsync(TestEnds);
        await second.DisposeAsync();

        await using var third = CecSimHost.Build(args);
        await third.StartAsync(TestEnds);
    }

    [Fact]
    public void An_address_that_this_machine_has_not_is_said_so() => Assert.StartsWith(
        "Failed to bind to address http://192.0.2.7:5080: this machine has no such address.",
        Assert.Throws<ListenException>(
            () => CecSimHost.Build(new CecSimArgs { Urls = ["http://192.0.2.7:5080"] })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task Localhost_is_both_loopback_addresses_at_one_port(string scheme)
    {
        var certificates = Directory.CreateTempSubdirectory("cecsim-certificates-");
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = [$"{scheme}://localhost:0"],
            CertificateFolder = certificates.FullName,
            LogLevel = LogLevel.None,
        });
        await app.StartAsync(TestEnds);
        var port = app.Urls.Select(u => new Uri(u).Port).Distinct().Single();

        foreach (var host in (string[])["127.0.0.1", "[::1]", "localhost"])
        {
            using var http = ClientOf(new Uri($"{scheme}://{host}:{port}"));
            using var answer = await http.GetAsync("/_cecsim/health/ready", TestEnds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal([$"{scheme}://localhost:{port}"], ServerPorts.Of(app).Urls);
        await app.DisposeAsync();
        certificates.Delete(recursive: true);
    }

    [Fact]
    public async Task A_free_port_of_HTTPS_is_one_of_both_loopback_addresses()
    {
        await using var secure = await SecureCec.StartAsync();
        var port = secure.Cec.Url("https").Port;

        foreach (var host in (string[])["127.0.0.1", "[::1]", "localhost"])
        {
            using var http = ClientOf(new Uri($"https://{host}:{port}"));
            using var answer = await http.GetAsync("/_cecsim/health/ready", TestEnds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "127.0.0.1")]
    [InlineData("http://[::]:0", "localhost")]
    [InlineData("http://*:0", "localhost")]
    public async Task Bound_to_all_addresses_it_names_those_that_work(string url, string first)
    {
        await using var app = CecSimHost.Build(new CecSimArgs { Urls = [url], LogLevel = LogLevel.None });
        await app.StartAsync(TestEnds);

        var urls = ServerPorts.Of(app).Urls;

        Assert.Equal(first, new Uri(urls[0]).Host);
        foreach (var named in urls)
        {
            using var http = ClientOf(new Uri(named));
            using var answer = await http.GetAsync("/_cecsim/health/ready", TestEnds);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_media_port_in_use_is_replaced_where_none_was_named_and_refused_where_one_was()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.Client.LocalEndPoint!).Port;
        var args = new CecSimArgs { Urls = ["http://127.0.0.1:0"], LogLevel = LogLevel.None };
        await using var free = CecSimHost.Build(args with { Media = new() { Port = port, TakesFreePort = true } });
        await using var named = CecSimHost.Build(args with { Media = new() { Port = port } });

        await free.StartAsync(TestEnds);
        var refused = await Assert.ThrowsAsync<ListenException>(() => named.StartAsync(TestEnds));

        Assert.NotEqual(port, ServerPorts.Of(free).Media.Port);
        Assert.StartsWith(
            $"Failed to bind to address udp:127.0.0.1:{port}: address already in use. Choose another with --media-port",
            refused.Message,
            StringComparison.Ordinal);
    }
}
