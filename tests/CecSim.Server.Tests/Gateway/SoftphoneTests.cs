using System.Security.Cryptography;

namespace CecSim.Server.Tests.Gateway;

/// <summary>An agent's softphone, which knows of CEC only what queryAgentInfo tells.</summary>
public sealed class SoftphoneTests
{
    private static readonly CecSimArgs WithRegistrar = new()
    {
        SipPort = 0,
        Spaces =
        [
            new SpaceSettings
            {
                Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "88881001", SipPassword = "cti-1234" }],
            },
        ],
    };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [Shows(
        "6/softphone-registers", "6/wrong-password", "7/sip-service-ip",
        "7/sip-service-port")]
    public async Task What_queryAgentInfo_tells_of_an_agent_registers_its_softphone(string bound)
    {
        await using var cec = await TestCec.StartAsync(BoundTo(bound));
        var client = await cec.SignInAsync();
        var info = JsonNode.Parse((await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Body)!;
        var (host, agent) = ((string)info["sipServiceIp"]!, info["agents"]![0]!);
        Assert.Equal("127.0.0.1", host);
        var (account, password) = ((string)agent["sipAccount"]!, (string)agent["sipPwd"]!);
        using var phone = new UdpClient(host, (int)info["sipServicePort"]!);

        var challenge = await AskAsync(phone, host, account, 1, "");
        Assert.StartsWith("SIP/2.0 401 ", challenge, StringComparison.Ordinal);
        var wrong = await AskAsync(phone, host, account, 2, Digest(challenge, host, account, "guess"));
        Assert.StartsWith("SIP/2.0 401 ", wrong, StringComparison.Ordinal);
        var right = await AskAsync(phone, host, account, 3, Digest(wrong, host, account, password));

        Assert.StartsWith("SIP/2.0 200 ", right, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "one", 200)]
    [InlineData("localhost", "one", 200)]
    [InlineData("LOCALHOST", "two", 200)]
    [InlineData("[::1]", "two", 200)]
    [InlineData("cec.localhost", "two", 200)]
    [InlineData("", "two", 200)]
    [InlineData("1.cecsim.test", "one", 200)]
    [InlineData("2.cecsim.test", "one", 401)]
    [InlineData("2.cecsim.test", "two", 200)]
    [InlineData("elsewhere.test", "one", 401)]
    [InlineData("localhost", "three", 401)]
    public async Task Of_two_spaces_with_one_account_the_one_whose_password_fits_is_meant(
        string domain, string password, int status)
    {
        var north = new SpaceSettings
        {
            Name = "north",
            AppKey = "north",
            TenantSpaceId = "1",
            Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "8888", SipPassword = "one" }],
        };
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces =
            [
                north,
                north with
                {
                    Name = "south",
                    AppKey = "south",
                    TenantSpaceId = "2",
                    Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "8888", SipPassword = "two" }],
                },
            ],
        });
        domain = domain.Length == 0 ? Dns.GetHostName() : domain;
        using var phone = new UdpClient("127.0.0.1", cec.Softphones.Port);

        var challenge = await AskAsync(phone, domain, "8888", 1, "");
        var answer = await AskAsync(phone, domain, "8888", 2, Digest(challenge, domain, "8888", password));

        Assert.StartsWith($"SIP/2.0 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_gone_with_its_space()
    {
        await using var cec = await TestCec.StartAsync(WithRegistrar);
        Assert.True(cec.Spaces.Remove("demo"));
        using var phone = new UdpClient("127.0.0.1", cec.Softphones.Port);

        var challenge = await AskAsync(phone, "localhost", "88881001", 1, "");

        Assert.StartsWith(
            "SIP/2.0 401 ",
            await AskAsync(phone, "localhost", "88881001", 2, Digest(challenge, "localhost", "88881001", "cti-1234")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Softphones_are_told_the_address_that_is_advertised()
    {
        await using var cec = await TestCec.StartAsync(BoundTo("0.0.0.0", IPAddress.Parse("192.0.2.7")));
        var client = await cec.SignInAsync();

        var info = JsonNode.Parse((await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Body)!;

        Assert.Equal("192.0.2.7", (string?)info["sipServiceIp"]);
    }

    [Theory]
    [InlineData("https://cec.example", "cec.example")]
    [InlineData("http://10.0.0.7:8080", "10.0.0.7")]
    [InlineData("https://[2001:db8::1]:8443", "2001:db8::1")]
    [Shows("7/sip-service-public")]
    public async Task Softphones_are_told_the_host_by_which_clients_know_the_server_and_may_register_at_it(
        string url, string host)
    {
        await using var cec = await TestCec.StartAsync(WithRegistrar with { PublicUrl = new Uri(url) });
        var client = await cec.SignInAsync();
        var info = JsonNode.Parse((await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Body)!;
        using var phone = new UdpClient("127.0.0.1", cec.Softphones.Port);
        var domain = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;

        var challenge = await AskAsync(phone, domain, "88881001", 1, "");
        var answer = await AskAsync(phone, domain, "88881001", 2, Digest(challenge, domain, "88881001", "cti-1234"));

        Assert.Equal(host, (string?)info["sipServiceIp"]);
        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_advertised_wins_over_the_host_by_which_clients_know_the_server()
    {
        var args = BoundTo("0.0.0.0", IPAddress.Parse("192.0.2.7")) with { PublicUrl = new Uri("https://cec.example") };
        await using var cec = await TestCec.StartAsync(args);
        var client = await cec.SignInAsync();

        var info = JsonNode.Parse((await client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo")).Body)!;

        Assert.Equal("192.0.2.7", (string?)info["sipServiceIp"]);
    }

    [Fact]
    public async Task Both_loopback_addresses_take_softphones()
    {
        await using var cec = await TestCec.StartAsync(WithRegistrar);
        using var phone = new UdpClient("::1", cec.Softphones.Port);

        var challenge = await AskAsync(phone, "[::1]", "88881001", 1, "");
        var answer = await AskAsync(phone, "[::1]", "88881001", 2, Digest(challenge, "[::1]", "88881001", "cti-1234"));

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
    }

    private static CecSimArgs BoundTo(string address, params IPAddress[] advertised) => WithRegistrar with
    {
        Media = new() { Port = 0, BindAddress = IPAddress.Parse(address), AdvertisedAddresses = advertised },
    };

    /// <summary>Logs a softphone in to a server, which must take it.</summary>
    /// <param name="times">How often, from the same place.</param>
    internal static async Task RegisterAsync(TestCec cec, string account, string password, int times = 1)
    {
        using var phone = new UdpClient("127.0.0.1", cec.Softphones.Port);
        await RegisterAsync(phone, account, password, times);
    }

    internal static async Task RegisterAsync(UdpClient phone, string account, string password, int times = 1)
    {
        for (var number = 1; number < 2 * times; number += 2)
        {
            var challenge = await AskAsync(phone, "localhost", account, number, "");
            var answer = await AskAsync(
                phone, "localhost", account, number + 1, Digest(challenge, "localhost", account, password));
            Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        }
    }

    /// <summary>Tries to log a softphone in to a server, which must not take it.</summary>
    internal static async Task RefusedAsync(TestCec cec, string account, string password, string domain)
    {
        using var phone = new UdpClient("127.0.0.1", cec.Softphones.Port);
        var challenge = await AskAsync(phone, domain, account, 1, "");
        var answer = await AskAsync(phone, domain, account, 2, Digest(challenge, domain, account, password));
        Assert.StartsWith("SIP/2.0 401 ", answer, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(UdpClient phone, string host, string account, int number, string extra)
    {
        await phone.SendAsync(
            Encoding.UTF8.GetBytes(
                $"REGISTER sip:{host} SIP/2.0\r\n" +
                $"Via: SIP/2.0/UDP {phone.Client.LocalEndPoint};branch=z9hG4bK-softphone-{number};rport\r\n" +
                "Max-Forwards: 70\r\n" +
                $"From: <sip:{account}@{host}>;tag=softphone\r\n" +
                $"To: <sip:{account}@{host}>\r\n" +
                "Call-ID: softphone\r\n" +
                $"CSeq: {number} REGISTER\r\n" +
                $"Contact: <sip:{account}@{phone.Client.LocalEndPoint}>\r\n" +
                $"{extra}Content-Length: 0\r\n\r\n"),
            TestCec.TestEnds);
        return Encoding.UTF8.GetString((await phone.ReceiveAsync(TestCec.TestEnds)).Buffer);
    }

    // RFC 7616, section 3.4.1.
    internal static string Digest(
        string challenge, string host, string account, string password, string method = "REGISTER")
    {
        var (realm, nonce) = (Quoted("realm"), Quoted("nonce"));
        var response = Hash(
            $"{Hash($"{account}:{realm}:{password}")}:{nonce}:00000001:c:auth:{Hash($"{method}:sip:{host}")}");
        return $"Authorization: Digest username=\"{account}\", realm=\"{realm}\", nonce=\"{nonce}\", " +
            $"uri=\"sip:{host}\", response=\"{response}\", algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"c\"\r\n";

        string Quoted(string name) => Regex.Match(challenge, $"{name}=\"([^\"]+)\"").Groups[1].Value;

        static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
