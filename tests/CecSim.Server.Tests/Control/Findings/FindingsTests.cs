using System.Net.Http.Headers;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Findings;

/// <summary>Each sin is found in the client that commits it, and only there. Read from the wire.</summary>
public sealed class FindingsTests
{
    [Fact]
    public async Task A_client_that_does_it_all_right_is_found_in_nothing()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await client.CreateAsync();
        await client.PollAsync();
        cec.Space.AccessTokens.Expire(client.Authorization!["Bearer ".Length..]);
        await client.DropAsync();
        await client.FetchAccessTokenAsync();
        await client.FetchMessagingTokenAsync();
        await client.DropAsync();
        Assert.Contains("168110", (await client.PollAsync()).Body, StringComparison.Ordinal);

        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    [Shows("1/authorization")]
    public async Task A_token_without_bearer()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.Authorization = client.Authorization!["Bearer ".Length..];

        await client.CheckAsync();

        var found = Assert.Single(await cec.FindingsAsync());
        Assert.Equal("bearer-missing", (string?)found["code"]);
        Assert.Equal("error", (string?)found["level"]);
        Assert.Equal("CEC 3.6.0 VOIP Access", (string?)found["document"]);
        Assert.Equal("section 4.1", (string?)found["section"]);
        Assert.NotEmpty((string)found["sentence"]!);
        Assert.NotEmpty((string)found["mend"]!);
        Assert.Equal("u1", (string?)found["cases"]![0]!["user"]);
        Assert.Equal("3", (string?)found["cases"]![0]!["entry"]);
    }

    [Theory]
    [InlineData("token=abcdef")]
    [InlineData("app_secret=cecsim-demo-secret")]
    [InlineData("app%5Fsecret=other")]
    [InlineData("x=cecsim-demo-secret")]
    [InlineData("x=0123456789abcdef0123456789abcdef")]
    [Shows("1/secret-in-query")]
    public async Task A_secret_in_a_query_string(string query)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        Assert.Equal(200, (await client.GetAsync($"{CheckPath}&{query}")).Status);

        Assert.Equal("secret-in-queryx1", await cec.FoundAsync());
    }

    [Theory]
    [InlineData(true, false, "renewed-one-tokenx1")]
    [InlineData(false, true, "renewed-one-tokenx1")]
    [InlineData(true, true, "")]
    [InlineData(false, false, "")]
    [Shows("1/renewed-one-token")]
    public async Task Renewing_one_of_two_tokens(bool renewsAccess, bool renewsMessaging, string found)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(
                    CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = 1 }, new StatusAnswer(403)),
            ],
        });
        var client = await cec.SignInAsync();
        Assert.Equal(403, (await client.CheckAsync()).Status);

        if (renewsAccess)
        {
            await client.FetchAccessTokenAsync();
        }

        if (renewsMessaging)
        {
            await client.FetchMessagingTokenAsync();
        }

        await client.CheckAsync();
        await client.CheckAsync();

        Assert.Equal(found, await cec.FoundAsync());
    }

    [Theory]
    [InlineData(6, false, "call-left-alonex1")]
    [InlineData(4, false, "")]
    [InlineData(6, true, "")]
    [Shows("5.3/client-keeps-polling")]
    public async Task A_call_that_its_client_left(int seconds, bool drops, string found)
    {
        var real = new StopWatchTime();
        await using var cec = await TestCec.StartAsync(new CecSimArgs(), real: real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        if (drops)
        {
            await client.DropAsync();
        }

        await cec.AdvanceAsync(seconds);
        real.Pass(TimeSpan.FromSeconds(seconds));

        Assert.Equal(found, await cec.FoundAsync());
    }

    [Fact]
    [Shows("5.3/client-keeps-polling")]
    public async Task A_call_that_is_polled_for_is_not_left_however_long_nothing_happens()
    {
        var real = new StopWatchTime();
        await using var cec = await TestCec.StartAsync(new CecSimArgs(), real: real);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(9);
        real.Pass(TimeSpan.FromSeconds(9));

        Assert.Equal("", await cec.FoundAsync());
        await cec.AdvanceAsync(1);
        await poll;
    }

    [Theory]
    [InlineData("""{"channel":"WEB","mediaAbility":"0","mediaAbilty":"1"}""", "undocumented-fieldx1")]
    [InlineData("""{"channel":"WEB","mediaAbility":"0"}""", "")]
    [Shows("1/undocumented-field")]
    public async Task A_field_that_no_document_names(string body, string found)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        Assert.Equal("0", (await client.PostAsync(CreatePath, body)).Text("resultCode"));

        Assert.Equal(found, await cec.FoundAsync());
    }

    [Theory]
    [InlineData("text/plain", "content-type-missingx1")]
    [InlineData("application/json", "")]
    [Shows("1/content-type")]
    public Task A_body_without_its_content_type(string type, string found) => TypeIsJudgedAsync(
        CreatePath, new StringContent("""{"channel":"WEB","mediaAbility":"0"}""", Encoding.UTF8, type), found);

    [Theory]
    [InlineData("text/plain", "content-type-missingx1")]
    [InlineData("application/json", "")]
    [Shows("2/content-type")]
    public Task The_key_and_the_secret_without_their_content_type(string type, string found) => TypeIsJudgedAsync(
        TokenPath,
        new StringContent(
            """{"app_key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""",
            MediaTypeHeaderValue.Parse(type)),
        found);

    [Theory]
    [InlineData("text/plain; charset=UTF-8", "content-type-missingx1")]
    [InlineData("application/json; charset=UTF-8", "")]
    [Shows("3/content-type")]
    public Task A_token_asked_for_with_a_charset(string type, string found) => TypeIsJudgedAsync(
        ApplyPath, new StringContent(ApplyBody(), MediaTypeHeaderValue.Parse(type)), found);

    private static async Task TypeIsJudgedAsync(string path, HttpContent body, string found)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        Assert.Equal(200, (await client.AskAsync(HttpMethod.Post, path, body)).Status);

        Assert.Equal(found, await cec.FoundAsync());
    }
}
