using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Listeners;

/// <summary>A server behind a proxy that ends TLS: what names the server names what the client used.</summary>
public sealed class ForwardedTests
{
    private const string Key = "a-key-of-sixteen";

    public static TheoryData<string, string> WhatAProxySays { get; } = new()
    {
        { "X-Forwarded-Proto: https|X-Forwarded-Host: cec.example", "wss://cec.example/sip" },
        { "X-Forwarded-Proto: HTTPS|X-Forwarded-Host: cec.example:8443", "wss://cec.example:8443/sip" },
        {
            "X-Forwarded-Proto: https|X-Forwarded-Host: cec.example|X-Forwarded-Port: 8443",
            "wss://cec.example:8443/sip"
        },
        { "X-Forwarded-Proto: https|X-Forwarded-Host: [2001:db8::1]", "wss://[2001:db8::1]/sip" },
        { "X-Forwarded-Proto: https", "wss://10.0.0.7/sip" },
        { "X-Forwarded-Host: cec.example:8080", "ws://cec.example:8080/sip" },
        { "Forwarded: for=192.0.2.9;proto=https;host=cec.example", "wss://cec.example/sip" },
        {
            "Forwarded: For=\"[2001:db8::9]:4711\"; Proto=https; Host=\"cec.example:8443\"",
            "wss://cec.example:8443/sip"
        },
        { "Forwarded: host=\"cec.\\example\";proto=https", "wss://cec.example/sip" },
        { "Forwarded: proto=https;host=cec.example|X-Forwarded-Host: other.example", "wss://cec.example/sip" },

        // What a client itself wrote stands before what the proxy added.
        {
            "X-Forwarded-For: 203.0.113.1, 192.0.2.9|X-Forwarded-Proto: http, https|" +
                "X-Forwarded-Host: evil.example, cec.example",
            "wss://cec.example/sip"
        },
        {
            "Forwarded: proto=http;host=evil.example, for=192.0.2.9;proto=https;host=cec.example",
            "wss://cec.example/sip"
        },

        // A trusted proxy behind another.
        {
            "X-Forwarded-For: 192.0.2.9, 127.0.0.1|X-Forwarded-Proto: https, http|" +
                "X-Forwarded-Host: cec.example, inner.example",
            "wss://cec.example/sip"
        },
        { "Forwarded: for=192.0.2.9;proto=https;host=cec.example, for=127.0.0.1;proto=http", "wss://cec.example/sip" },

        // Of two trusted proxies each says what it knows.
        { "Forwarded: for=192.0.2.9;proto=https, for=127.0.0.1;host=cec.example", "wss://cec.example/sip" },

        // What separates stands within quotes, and separates nothing.
        { "Forwarded: host=cec.example;proto=https;by=\"_a;host=evil.example\"", "wss://cec.example/sip" },
        { "Forwarded: host=cec.example;proto=https;by=\"_a,host=evil.example\"", "wss://cec.example/sip" },

        // No host, and nothing that could be a part of an address.
        { "X-Forwarded-Proto: https|X-Forwarded-Host: cec.example/path", "wss://10.0.0.7/sip" },
        { "X-Forwarded-Proto: https|X-Forwarded-Host: user@cec.example", "wss://10.0.0.7/sip" },
        { "X-Forwarded-Proto: javascript|X-Forwarded-Host: cec.example", "ws://cec.example/sip" },
    };

    [Theory]
    [MemberData(nameof(WhatAProxySays))]
    public async Task A_trusted_proxys_word_decides_where_the_gateway_is(string headers, string gateway)
    {
        await using var cec = await BehindAsync("127.0.0.1/32");

        Assert.Equal(gateway, await GatewayAsync(cec, headers));
    }

    [Theory]
    [InlineData("X-Forwarded-Proto: https|X-Forwarded-Host: cec.example")]
    [InlineData("Forwarded: proto=https;host=cec.example")]
    public async Task The_word_of_anybody_else_is_nothing(string headers)
    {
        await using var direct = await StartAsync();
        await using var other = await BehindAsync("192.0.2.0/24");

        Assert.Equal("ws://10.0.0.7/sip", await GatewayAsync(direct, headers));
        Assert.Equal("ws://10.0.0.7/sip", await GatewayAsync(other, headers));
    }

    [Fact]
    public async Task What_came_through_a_proxy_is_not_from_this_machine_and_needs_the_key()
    {
        await using var cec = await BehindAsync("127.0.0.1/32");

        Assert.Equal(200, await SpacesAsync(cec));
        Assert.Equal(401, await SpacesAsync(cec, ("X-Forwarded-For", "192.0.2.9")));
        Assert.Equal(401, await SpacesAsync(cec, ("Forwarded", "for=127.0.0.1")));
        Assert.Equal(
            200, await SpacesAsync(cec, ("X-Forwarded-For", "192.0.2.9"), ("Authorization", $"Bearer {Key}")));
    }

    [Fact]
    public async Task The_journal_and_its_archive_name_the_address_that_the_client_used()
    {
        await using var cec = await BehindAsync("127.0.0.1/32");
        await GatewayAsync(cec, "X-Forwarded-Proto: https|X-Forwarded-Host: cec.example");
        cec.Http.DefaultRequestHeaders.Clear();

        var har = await cec.ReadAsync($"{ControlAnswers.Space}/journal/har?operation=getClickToCallEvents");

        Assert.StartsWith(
            "https://cec.example/apiaccess/",
            (string?)har["log"]!["entries"]![0]!["request"]!["url"],
            StringComparison.Ordinal);
    }

    private static Task<TestCec> BehindAsync(string proxy) => StartAsync(new CecSimArgs
    {
        TrustedProxies = [IPNetwork.Parse(proxy)],
        ControlKey = Key,
    });

    private static async Task<string?> GatewayAsync(TestCec cec, string headers)
    {
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        foreach (var header in headers.Split('|'))
        {
            var colon = header.IndexOf(": ", StringComparison.Ordinal);
            Assert.True(cec.Http.DefaultRequestHeaders.TryAddWithoutValidation(header[..colon], header[(colon + 2)..]));
        }

        var answer = await client.AskAsync(HttpMethod.Get, CecClient.EventsPath, null, "10.0.0.7");
        return (string?)JsonNode.Parse(answer.Body)!["content"]!["gwAddresses"]![0];
    }

    private static async Task<int> SpacesAsync(TestCec cec, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_cecsim/spaces");
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await cec.Http.SendAsync(request, TestEnds);
        return (int)response.StatusCode;
    }
}
