using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.ApiFabric;

/// <summary>Voice and Video Access, 2.1.</summary>
public sealed class TokenByAkSkTests
{
    private const string Good = """{"app_key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""";
    private const string BadRequest = "Incorrect request: Check the request path and parameters.";
    private const string Found = "found; CEC API reference";

    [Theory, ClassData(typeof(EachProfile))]
    [Shows(
        "2/post-tokenbyaksk", "2/accesstoken", "2/applytype", "2/createtime", "2/expires", "2/scope", "2/appkey",
        "2/userid")]
    [Shows("1/http-too")]
    public async Task A_token_comes_with_the_seven_documented_fields_in_their_order_all_of_them_strings(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);

        var answer = await AskAsync(cec, Good, expire: "900");

        // 2026-01-05 09:00:00 UTC is second 1767603600.
        answer.MustBe(
            200,
            """
            {"AccessToken":"7a0cf6cda505b6869bfff9cbbc531290","ApplyType":"Bearer",
            "CreateTime":"1767603600","Expires":"900",
            "Scope":"0089ee48f88830d38dbaf7b49a1bf337","AppKey":"cecsim-demo-key","UserID":"Anonymous"}
            """.ReplaceLineEndings(""),
            "documented; CEC 2.5.0 Voice and Video Access, section 2.1");
    }

    [Fact]
    [Shows("2/createtime-unix-seconds")]
    public async Task CreateTime_is_the_time_of_the_space()
    {
        await using var cec = await TestCec.StartAsync();
        await cec.AdvanceAsync(3.9);

        Assert.Equal("1767603603", (await AskAsync(cec, Good)).Text("CreateTime"));
    }

    [Theory]
    [InlineData("cec-2.5", null, "600")]
    [InlineData("cec-3.6", null, "600")]
    [InlineData("cec-2.5", "1", "1")]
    [InlineData("cec-3.6", "1", "1")]
    [InlineData("cec-2.5", "3600", "3600")]
    [InlineData("cec-3.6", "3600", "3600")]
    [InlineData("cec-2.5", "3601", "3601")]
    [InlineData("cec-3.6", "3601", "3600")]
    [InlineData("cec-2.5", "2147483647", "2147483647")]
    [InlineData("cec-3.6", "2147483647", "3600")]
    [Shows(
        "2/x-token-expire", "2/x-token-expire-3600", "2/x-token-expire-above-3600", "2/x-token-expire-no-cap-2.5",
        "2/x-token-expire-default")]
    public async Task A_lifetime_is_what_was_asked_for_up_to_the_cap_of_the_profile(
        string profile, string? asked, string granted)
    {
        await using var cec = await TestCec.StartAsync(profile);

        Assert.Equal(granted, (await AskAsync(cec, Good, asked)).Text("Expires"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("+600")]
    [InlineData("2147483648")]
    [InlineData("")]
    [Shows("2/400-x-token-expire")]
    public async Task A_lifetime_that_is_no_whole_number_of_seconds_is_refused(string asked)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await AskAsync(cec, Good, asked);

        answer.MustBe(
            400,
            Error($"{BadRequest} X-Token-Expire must be a whole number of seconds from 1 to 2147483647."),
            Found);
    }

    [Theory]
    [InlineData("cecsim-demo-key", "wrong", "app_secret is wrong for this app_key")]
    [InlineData("cecsim-demo-key", "CECSIM-DEMO-SECRET", "app_secret is wrong for this app_key")]
    [InlineData("nobody", "cecsim-demo-secret", "app_key belongs to no space of this server")]
    [InlineData("CECSIM-DEMO-KEY", "cecsim-demo-secret", "app_key belongs to no space of this server")]
    [Shows("1/errorcode", "1/exceptioninfo", "2/403-wrong-credentials")]
    public async Task A_wrong_key_or_secret_is_refused_alike_and_only_our_own_header_tells_which(
        string key, string secret, string why)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await AskAsync(cec, $$"""{"app_key":"{{key}}","app_secret":"{{secret}}"}""");

        answer.MustBe(403, Error("auth fail! the app_key or the app_secret is wrong."), "inferred");
        Assert.Equal(why, answer.Why);
    }

    [Theory]
    [InlineData("{}", "app_key is missing; app_secret is missing.")]
    [InlineData("""{"app_key":"cecsim-demo-key"}""", "app_secret is missing.")]
    [InlineData("""{"app_key":"","app_secret":null}""", "app_key is empty; app_secret must be a string, not null.")]
    [InlineData("""{"app_key":1,"app_secret":["x"]}""",
        "app_key must be a string, not a number; app_secret must be a string, not a list.")]
    [InlineData("""{"app_key":true,"app_secret":{}}""",
        "app_key must be a string, not a boolean; app_secret must be a string, not an object.")]
    [InlineData("""{"App_Key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""", "app_key is missing.")]
    [Shows("1/400-text", "2/request-app-key", "2/request-app-secret")]
    public async Task What_is_wrong_with_the_fields_is_named_all_at_once(string body, string problem)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, body)).MustBe(400, Error($"{BadRequest} {problem}"), Found);
    }

    [Theory]
    [InlineData("", "the body is not JSON: line 1, byte 1.")]
    [InlineData("   ", "the body is not JSON: line 1, byte 4.")]
    [InlineData("app_key=a", "the body is not JSON: line 1, byte 1.")]
    [InlineData("{\"app_key\":\"a\",\n\"app_secret\" \"b\"}", "the body is not JSON: line 2, byte 14.")]
    [InlineData(Good + " x", "the body is not JSON: line 1, byte 65.")]
    [InlineData("[]", "the body must be a JSON object, not a list.")]
    [InlineData("null", "the body must be a JSON object, not null.")]
    [InlineData("7", "the body must be a JSON object, not a number.")]
    [Shows("1/400-broken-json")]
    public async Task A_body_that_is_no_JSON_object_is_refused_with_its_place(
        string body, string problem)
    {
        await using var cec = await TestCec.StartAsync();

        (await AskAsync(cec, body)).MustBe(400, Error($"{BadRequest} {problem}"), Found);
    }

    // What was sent is JSON by its grammar, yet no text can be read from it.
    [Theory]
    [InlineData("\"app_key\":\"\\ud800\"", "app_key is no Unicode text; app_secret is missing.")]
    [InlineData("\"app_key\":\"\u00ff\"", "app_key is no Unicode text; app_secret is missing.")]
    [InlineData("\"\\ud800\":1", "app_key is missing; app_secret is missing.")]
    public async Task Text_that_is_not_Unicode_is_the_clients_mistake(string fields, string problem)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await AskAsync(cec, new ByteArrayContent(Encoding.Latin1.GetBytes($"{{{fields}}}")));

        answer.MustBe(400, Error($"{BadRequest} {problem}"), Found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Shows("1/body-without-content-type", "1/413-64-kb")]
    public async Task A_body_of_64_KB_is_taken_and_one_byte_more_is_not(bool isChunked)
    {
        await using var cec = await TestCec.StartAsync();

        var full = await AskAsync(cec, Sized(64 * 1024, isChunked));
        var over = await AskAsync(cec, Sized((64 * 1024) + 1, isChunked));

        Assert.Equal(200, full.Status);
        over.MustBe(413, Error("Request body too large. At most 65536 bytes are taken."), "inferred");
    }

    // Reading must stop at the limit, not at the end of what is sent.
    [Fact]
    public async Task A_body_that_announces_gigabytes_is_refused_before_it_comes()
    {
        await using var cec = await TestCec.StartAsync();
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));

        await socket.SendAsync($"POST {TokenPath} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000\r\n\r\n{{");

        Assert.StartsWith("HTTP/1.1 413 ", await socket.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_and_the_same_requests_give_the_same_tokens_and_another_seed_others()
    {
        await using var one = await TestCec.StartAsync();
        await using var same = await TestCec.StartAsync();
        await using var other = await TestCec.StartAsync(new SpaceSettings { Seed = 2 });

        var first = (await AskAsync(one, Good)).Text("AccessToken");
        var second = (await AskAsync(one, Good)).Text("AccessToken");

        Assert.Equal(first, (await AskAsync(same, Good)).Text("AccessToken"));
        Assert.Equal(second, (await AskAsync(same, Good)).Text("AccessToken"));
        Assert.DoesNotContain((await AskAsync(other, Good)).Text("AccessToken"), new[] { first, second });
        Assert.NotEqual(first, second);
    }

    private static Task<Answer> AskAsync(TestCec cec, string body, string? expire = null) =>
        AskAsync(cec, Json(body), expire);

    private static async Task<Answer> AskAsync(TestCec cec, HttpContent body, string? expire = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenPath) { Content = body };
        if (expire is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Token-Expire", expire);
        }

        request.Headers.TransferEncodingChunked = body is StreamContent;
        using var response = await cec.Http.SendAsync(request, TestCec.TestEnds);
        return await Answer.ReadAsync(response);
    }

    private static HttpContent Sized(int bytes, bool isChunked) => isChunked
        ? new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Good.PadRight(bytes))))
        : new ByteArrayContent(Encoding.UTF8.GetBytes(Good.PadRight(bytes)));

    private static string Error(string text) => $$"""{"errorCode":"0","exceptionInfo":"{{text}}"}""";
}
