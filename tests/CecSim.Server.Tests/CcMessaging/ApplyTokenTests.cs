using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>Voice and Video Access, 2.2.</summary>
public sealed class ApplyTokenTests
{
    private const string Found = "found; CEC API reference";

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("3/post-applytoken", "3/resultcode", "3/0-success", "3/no-resultdesc", "3/token", "3/token-base64-json")]
    public async Task A_token_comes_as_the_check_code_of_Huawei_reads_it(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(ApplyPath, ApplyBody("Zoë"));

        var token = answer.Text("token");
        answer.MustBe(200, $$"""{"resultCode":"0","token":"{{token}}"}""", EachProfile.Document(profile, "2.2"));
        var inside = Encoding.UTF8.GetString(Convert.FromBase64String(Uri.UnescapeDataString(token)));
        Assert.Matches(
            """^\{"createTime":1767603600000,"tenantId":"202403015666",.*,"channelId":"202403010000000001"\}$""",
            inside);
        Assert.Equal("Zoë", (string?)JsonNode.Parse(inside)!["userId"]);
        Assert.DoesNotContain('=', token);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("zh_CN")]
    [InlineData("en_US")]
    [Shows("3/headers", "3/request-locale-zh-en", "3/request-locale-zh-cn-en-us")]
    public async Task Every_documented_language_is_taken_and_no_ccmessaging_token_is_needed(string locale)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.MessagingToken = null;

        var answer = await client.PostAsync(
            ApplyPath, ApplyBody().Replace("\"en\"", $"\"{locale}\"", StringComparison.Ordinal));

        Assert.Equal((200, "0"), (answer.Status, answer.Text("resultCode")));
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("3/resultcode", "3/request-channelid", "3/1-failure", "3/no-resultdesc", "3/400-fields")]
    public async Task An_unknown_channel_is_result_code_1_without_a_description(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(ApplyPath, ApplyBody(channelId: "1"));

        answer.MustBe(200, """{"resultCode":"1"}""", Found);
        Assert.Equal("channelId is no channel of this space", answer.Why);
    }

    [Theory]
    [InlineData("{}", "userId is missing; userName is missing; channelId is missing; locale is missing.")]
    [InlineData("""{"userId":7,"userName":"","channelId":null,"locale":"fr"}""",
        "userId must be a string, not a number; userName is empty; channelId must be a string, not null; " +
        "locale must be zh or en or zh_CN or en_US.")]
    [InlineData("""{"userId":"u1","userName":null,"channelId":"202403010000000001","locale":"EN"}""",
        "userName must be a string, not null; locale must be zh or en or zh_CN or en_US.")]
    [Shows("3/request-userid", "3/request-username", "3/request-channelid", "3/request-locale", "3/400-fields")]
    public async Task What_is_wrong_with_the_fields_is_named_all_at_once(string body, string problem)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(ApplyPath, body);

        answer.MustBe(
            400,
            """{"errorCode":"0","exceptionInfo":"Incorrect request: Check the request path and parameters. """ +
            $$"""{{problem}}"}""",
            Found);
    }

    [Fact]
    [Shows("3/trailing-comma")]
    public async Task The_documents_own_sample_is_refused_for_its_trailing_comma()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(
            ApplyPath, """{  "userId":"xxx",  "userName":"xxx",  "channelId":"xxx",  "locale":"zh",}""");

        answer.MustBe(
            400,
            """{"errorCode":"0","exceptionInfo":"Incorrect request: Check the request path and parameters. """ +
            """the body is not JSON: line 1, byte 73: no comma may stand before the closing }."}""",
            Found);
    }

    [Fact]
    [Shows("3/request-userid-length")]
    public async Task A_user_id_longer_than_the_limit_is_named_with_it()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var taken = await client.PostAsync(ApplyPath, ApplyBody(new string('u', 128)));
        var refused = await client.PostAsync(ApplyPath, ApplyBody(new string('u', 129)));

        Assert.Equal("0", taken.Text("resultCode"));
        Assert.EndsWith(
            "userId is longer than 128 characters.", refused.Text("exceptionInfo"), StringComparison.Ordinal);
    }

    [Fact]
    [Shows("3/after-401")]
    public async Task A_client_that_got_401_sends_again_with_another_token()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults = [new FaultRule(CecOperation.Send, new FaultWhen { First = 1 }, new MessagingTokenExpired())],
        });
        var client = await cec.SignInAsync();

        Assert.Equal(401, (await client.ChatAsync("CONNECT")).Status);
        Assert.Equal(401, (await client.ChatAsync("CONNECT")).Status);
        await client.FetchMessagingTokenAsync();

        Assert.Equal((200, "0"), Told(await client.ChatAsync("CONNECT")));

        static (int, string) Told(Answer answer) => (answer.Status, answer.Text("resultCode"));
    }

    [Fact]
    [Shows("3/one-live-token")]
    public async Task A_new_token_of_the_same_user_ends_the_one_before_it_and_nobody_elses()
    {
        await using var cec = await TestCec.StartAsync();
        var ann = await cec.SignInAsync("ann");
        var bob = await cec.SignInAsync("bob");
        var replaced = ann.MessagingToken;

        await ann.FetchMessagingTokenAsync("ann");

        Assert.NotEqual(replaced, ann.MessagingToken);
        Assert.Equal(200, (await ann.CheckAsync()).Status);
        Assert.Equal(200, (await bob.CheckAsync()).Status);
        ann.MessagingToken = replaced;
        Assert.Equal(403, (await ann.CheckAsync()).Status);
    }
}
