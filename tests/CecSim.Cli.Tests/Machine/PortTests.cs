namespace CecSim.Cli.Tests.Machine;

/// <summary>Ports that cannot be had: one sentence on standard error, and nothing else.</summary>
public sealed class PortTests
{
    [Theory]
    [InlineData("--urls", "http://127.0.0.1:{0}", "--urls and --https-port")]
    [InlineData("--urls", "http://localhost:{0}", "--urls and --https-port")]
    [InlineData("--https-port", "{0}", "--urls and --https-port")]
    [InlineData("--media-port", "{0}", "--media-port")]
    [InlineData("--sip-port", "{0}", "--sip-port")]
    public async Task A_port_in_use_ends_it_with_one_sentence(string option, string value, string remedy)
    {
        using var tcp = new TcpListener(IPAddress.Loopback, 0);
        tcp.Start();
        var port = ((IPEndPoint)tcp.LocalEndpoint).Port;
        using var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));

        var (exitCode, output, errors) = await CecSimTool.RunAsync(
            [.. Defaults(option), option, value.Replace("{0}", $"{port}", StringComparison.Ordinal)]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Matches(
            $@"^cecsim: Failed to bind to address \S+:{port}: address already in use\. Choose .*{remedy}.*\n$", errors);
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:99999")]
    [InlineData("--urls", "http://127.0.0.1:-1")]
    [InlineData("--urls", "http://127.0.0.1:0;http://127.0.0.1:x")]
    [InlineData("--urls", "http://127.0.0.1:59999;http://localhost:59999")]
    [InlineData("--urls", ";")]
    [InlineData("--urls", "")]
    [InlineData("--https-port", "99999")]
    [InlineData("--https-port", "-1")]
    [InlineData("--media-port", "99999")]
    [InlineData("--sip-port", "99999")]
    [InlineData("--public-url", "cec.example")]
    [InlineData("--public-url", "https://cec.example/base")]
    [InlineData("--trusted-proxy", "proxy.example")]
    public async Task Nonsense_is_refused_without_a_word_of_dot_NET(string option, string value)
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync([.. Defaults(option), option, value]);

        Assert.Equal(2, exitCode);
        Assert.DoesNotMatch(@"Parameter|System\.|Exception|   at ", errors);
        Assert.Contains(option, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_for_administrators_is_said_so()
    {
        // Root may open it, too, unless the system is told that nobody may.
        var surroundings = new Surroundings(
            "ip link set lo up; echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start; " +
            "set -- setpriv --bounding-set=-net_bind_service --inh-caps=-net_bind_service \"$@\"")
        {
            HasOwnNetwork = true,
        };

        var (exitCode, _, errors) = await CecSimProcess.RunOn(
            surroundings, [.. Defaults("--urls"), "--urls", "http://127.0.0.1:80"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(
            "cecsim: Failed to bind to address http://127.0.0.1:80: this user may not open that port.",
            errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_default_media_port_is_in_use_takes_another_and_says_so_in_its_banner()
    {
        using var taken = new UdpClient();
        try
        {
            taken.Client.Bind(new IPEndPoint(IPAddress.Loopback, 5090));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            // Somebody else's then, which is as good.
        }

        await using var cecsim = await CecSimProcess.ServeInAsync(
            new Surroundings(":"), "--urls", "http://127.0.0.1:0", "--https-port", "0");

        Assert.Matches(
            @"\nMedia port 5090 is in use: calls have their media at UDP 127\.0\.0\.1:\d+\.\n", cecsim.Banner);
        var (exitCode, _, errors) = await CecSimTool.RunAsync(
            "call", $"{cecsim.Address}", "--with-media", "--talk", "0.1");
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task A_machine_without_IPv6_serves_its_other_loopback_and_shows_that()
    {
        await using var cecsim = await CecSimProcess.ServeInAsync(
            OwnNetwork("echo 1 > /proc/sys/net/ipv6/conf/lo/disable_ipv6"), "--sip-port", "5060");

        Assert.Contains("\n  http://127.0.0.1:5080\n", cecsim.Banner, StringComparison.Ordinal);
        Assert.Contains("\n  https://127.0.0.1:5443\n", cecsim.Banner, StringComparison.Ordinal);
        Assert.Contains(
            "\nSoftphones register at sip:127.0.0.1:5060, by UDP and TCP.\n", cecsim.Banner, StringComparison.Ordinal);
        Assert.DoesNotContain("[::1]", cecsim.Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_default_both_loopback_addresses_are_served_for_HTTP_and_HTTPS()
    {
        // A network of its own has the default ports to itself; curl asks from within it, once the banner is there.
        var (_, output, _) = await CecSimProcess.RunOn(OwnNetwork(
            """
            banner=$CECSIM_DATA/banner
            mkfifo $banner
            "$@" serve --sip-port 5060 > $banner & server=$!
            exec 3< $banner
            while read -r line <&3; do echo "$line"; case $line in Ctrl-C*) break;; esac; done
            for url in http://127.0.0.1:5080 http://[::1]:5080 http://localhost:5080 \
              https://127.0.0.1:5443 https://[::1]:5443
            do curl -gskf -o /dev/null $url/_cecsim/health/ready && echo "answers $url"; done
            kill $server; wait $server
            """));

        Assert.Contains("localhost is 127.0.0.1 and [::1] here.", output, StringComparison.Ordinal);
        Assert.Contains(
            "\nSoftphones register at sip:127.0.0.1:5060 or sip:[::1]:5060, by UDP and TCP.\n",
            output,
            StringComparison.Ordinal);
        foreach (var url in (string[])[
            "http://127.0.0.1:5080", "http://[::1]:5080", "http://localhost:5080", "https://127.0.0.1:5443",
            "https://[::1]:5443"])
        {
            Assert.Contains($"answers {url}\n", output, StringComparison.Ordinal);
        }
    }

    private static Surroundings OwnNetwork(string setup) => new($"ip link set lo up; {setup}") { HasOwnNetwork = true };

    // All ports but the one that a test is about are free ones.
    private static IEnumerable<string> Defaults(string option) =>
        ((string[])["--urls=http://127.0.0.1:0", "--https-port=0", "--media-port=0"])
        .Where(o => !o.StartsWith(option + "=", StringComparison.Ordinal)).Prepend("serve");
}
