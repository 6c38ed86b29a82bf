using System.Buffers.Text;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>The request that brings the bar (Connection Bar, 5.4), with the built-in validator.</summary>
public sealed class BarScriptTests
{
    private const string Documented = "documented; CEC 2.5.0 Agent Connection Bar, section 5.4";
    private const string Failure = "documented; CEC 2.5.0 Agent Connection Bar, section 5.5.1";

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [Shows(
        "9/script-route", "9/body-fields",
        "9/any-content-type")]
    public async Task A_page_that_is_let_in_gets_the_script_whatever_it_calls_its_body(string contentType)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(contentType: contentType);

        Assert.Equal((200, "application/javascript;charset=UTF-8", Documented),
            (answer.Status, answer.ContentType, answer.Basis));
        Assert.Contains("cckbar_popup", answer.Body, StringComparison.Ordinal);
        Assert.Contains($"\"context\":\"{cec.Http.BaseAddress}service-cloud/\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("9/origin-allowed")]
    public async Task Only_the_pages_own_origin_may_read_it_and_with_cookies()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(origin: "https://crm.example:8443");

        Assert.Equal("https://crm.example:8443", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("true", answer.Header("Access-Control-Allow-Credentials"));
        Assert.Contains("Origin", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    [Shows("9/preflight")]
    public async Task A_page_that_names_its_body_JSON_may_do_so()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).PreflightAsync();

        Assert.Equal(204, answer.Status);
        Assert.Equal(BarPage.Origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("Content-Type", answer.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    [Shows(
        "9/cookies-samesite", "9/cookies-of-session", "9/sum-atime",
        "9/sum-token", "9/sum-sid", "9/sum-sid-begins-with-time", "9/other-cookies", "9/other-cookies-values")]
    public async Task The_cookies_of_chapter_7_come_with_it()
    {
        await using var secure = await SecureCec.StartAsync();

        var answer = await new BarPage(secure.Https).LoadAsync();

        var cookies = answer.Raw.Headers.NonValidated["Set-Cookie"].ToList();
        string[] patterns =
        [
            "bes-site-param=%7B%22siteVersion%22%3A%22c10%22[^;]*; path=/service-cloud/",
            @"com\.huawei\.boss\.CURRENT_MENUID=6010100020004; path=/",
            @"com\.huawei\.boss\.CURRENT_TAB=6010100020004; path=/",
            "sum_atime=1767603600000; path=/",
            "sum_gvcode_key=[0-9a-f]{32}; path=/",
            @"sum_refresh_token=eyJhbGciOiJIUzI1NiJ9\.[\w-]+\.[\w-]+; path=/",
            @"sum_sid=1767603600000\d{6}; path=/",
            @"sum_token=eyJhbGciOiJIUzI1NiJ9\.[\w-]+\.[\w-]+; path=/",
            "u-ct=/service-cloud; path=/service-cloud",
            "u-i18n=[0-9a-f]{32}; path=/service-cloud",
            "u-locale=zh_CN; path=/",
        ];
        Assert.Equal(patterns.Length, cookies.Count);
        Assert.All(
            patterns.Zip(cookies),
            pair => Assert.Matches($"^{pair.First}; secure; samesite=none; httponly$", pair.Second));
    }

    // What is legible of both tokens in the figure is {"iat": and ten digits.
    [Theory]
    [InlineData("sum_token")]
    [InlineData("sum_refresh_token")]
    [Shows("9/sum-token", "9/sum-token-iat")]
    public async Task Both_tokens_say_in_seconds_when_they_were_issued(string name)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync();

        var cookie = answer.Raw.Headers.NonValidated["Set-Cookie"].Single(c => c.StartsWith($"{name}="));
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cookie.Split('.')[1]));
        Assert.StartsWith("{\"iat\":1767603600,", payload, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("9/cookies-samesite")]
    public async Task Over_plain_HTTP_a_browser_would_not_keep_cookies_that_are_for_other_sites()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync();

        Assert.All(
            answer.Raw.Headers.NonValidated["Set-Cookie"],
            c => Assert.EndsWith("; samesite=lax; httponly", c));
    }

    // SameSite=None asks for Secure, and Secure is kept of addresses of this machine without HTTPS.
    [Theory]
    [InlineData("https://crm.example", "cross-site", true)]
    [InlineData("http://localhost:3000", "cross-site", true)]
    [InlineData("http://localhost:3000", "same-site", false)]
    [InlineData("http://127.0.0.1:3000", "same-origin", false)]
    [InlineData("http://localhost:3000", null, true)]
    [InlineData("http://[::1]:3000", null, true)]
    [InlineData("http://127.0.0.1:3000", null, false)]
    [InlineData("https://crm.example", null, false)]
    [Shows("9/cookies-partitioned")]
    public async Task Over_plain_HTTP_a_page_of_another_site_gets_cookies_that_are_its_own(
        string origin, string? site, bool isPartitioned)
    {
        await using var cec = await TestCec.StartAsync();
        if (site is not null)
        {
            cec.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        var answer = await new BarPage(cec.Http).LoadAsync(origin: origin);

        var end = isPartitioned
            ? "; secure; samesite=none; httponly; Partitioned"
            : "; samesite=lax; httponly";
        Assert.All(answer.Raw.Headers.NonValidated["Set-Cookie"], c => Assert.EndsWith(end, c));
    }

    [Theory]
    [InlineData(null, "Origin is missing")]
    [InlineData("null", "Origin is 'null'")]
    [InlineData("crm.example", "Origin is 'crm.example'")]
    [InlineData("https://crm.example/page", "Origin is 'https://crm.example/page'")]
    [InlineData("ftp://crm.example", "Origin is 'ftp://crm.example'")]
    [InlineData("capacitor://localhost", "Origin is 'capacitor://localhost'")]
    [Shows("8/500-not-let-in", "8/thrid-party-text")]
    public async Task Without_an_origin_it_fails_as_documented(string? origin, string why)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(origin: origin);

        answer.MustBe(500, Failed("null"), Failure);
        Assert.StartsWith(why, answer.Why, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("8/500-not-let-in", "8/message-for-null", "8/error-body")]
    public async Task Credentials_that_the_validator_refuses_fail_with_its_message()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(BarPage.Credentials(token: "wrong"));

        answer.MustBe(500, Failed("validate failed"), Failure);
        Assert.Equal(BarPage.Origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.False(answer.Raw.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    [Shows("9/access-token-of-enterprise")]
    public async Task The_AccessToken_of_the_API_Fabric_is_no_access_token_of_the_enterprise()
    {
        await using var cec = await TestCec.StartAsync();
        var accessToken = await new CecClient(cec.Http, cec.Space.Settings).FetchAccessTokenAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(BarPage.Credentials(token: accessToken));

        answer.MustBe(500, Failed("validate failed"), Failure);
    }

    [Theory]
    [InlineData("", "the body is not JSON: line 1, byte 1")]
    [InlineData("access_token=1", "the body is not JSON: line 1, byte 1")]
    [InlineData("[]", "the body must be a JSON object, not a list")]
    [InlineData("{}", "access_token is missing; userAccount is missing")]
    [Shows("9/body-fields")]
    public async Task A_body_without_credentials_fails_as_documented(string body, string why)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(body);

        answer.MustBe(500, Failed("null"), Failure);
        Assert.Equal(why, answer.Why);
    }

    [Theory]
    [InlineData("1", "11", "tenantSpaceId belongs to no space of this server")]
    [InlineData("202403015666", "99", "no agent of the space has that userAccount")]
    [Shows("8/user-account")]
    public async Task Who_is_not_known_here_is_told_so_beside_the_body(string tenant, string account, string why)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).LoadAsync(BarPage.Credentials(tenant: tenant, account: account));

        answer.MustBe(500, Failed("null"), Failure);
        Assert.Equal(why, answer.Why);
    }

    [Fact]
    [Shows("9/tenantspaceld")]
    public async Task The_spelling_that_some_copies_of_the_document_have_is_understood()
    {
        await using var cec = await TestCec.StartAsync();
        var body = BarPage.Credentials().Replace("tenantSpaceId", "tenantSpaceld", StringComparison.Ordinal);

        Assert.Equal(200, (await new BarPage(cec.Http).LoadAsync(body)).Status);
    }

    [Fact]
    [Shows("9/script-route-of-chapter-7")]
    public async Task Chapter_7_spells_the_script_with_a_k()
    {
        await using var cec = await TestCec.StartAsync();
        var path = BarPage.Script.Replace("ccbarclient", "cckbarclient", StringComparison.Ordinal);

        Assert.Equal(200, (await new BarPage(cec.Http).LoadAsync(path: path)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Shows("8/access-token-is-not-accesstoken")]
    public async Task The_AccessToken_of_tokenByAkSk_is_told_from_another_wrong_one(bool isSwapped)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var token = isSwapped ? client.Authorization!["Bearer ".Length..] : "0123456789abcdef0123456789abcdef";

        var answer = await new BarPage(cec.Http).LoadAsync(BarPage.Credentials(token));

        Assert.Equal((500, Failed("validate failed")), (answer.Status, answer.Body));
        Assert.Equal(
            isSwapped,
            answer.Header("X-CecSim-Why")!.StartsWith(
                "access_token is an AccessToken of tokenByAkSk", StringComparison.Ordinal));
        Assert.Equal(isSwapped ? "access-token-swappedx1" : "", await cec.FoundAsync());
    }

    [Fact]
    public async Task Each_space_is_found_by_its_own_id()
    {
        SpaceSettings[] spaces =
        [
            new() { Name = "one", AppKey = "k1", TenantSpaceId = "1", Agents = [] },
            new() { Name = "two", AppKey = "k2", TenantSpaceId = "2" },
        ];
        await using var cec = await TestCec.StartAsync(new CecSimArgs { Spaces = spaces });
        var page = new BarPage(cec.Http);

        Assert.Equal(500, (await page.LoadAsync(BarPage.Credentials(tenant: "1"))).Status);
        Assert.Equal(200, (await page.LoadAsync(BarPage.Credentials(tenant: "2"))).Status);
        await page.MustAsync("sign-in");
        Assert.Single(await page.TakeAsync(cec.Spaces.Find("two")!.Space));
    }

    private static string Failed(string message) =>
        $$"""{"errorCode":"0","exceptionInfo":"thridParty validate failed and the errorMessage is {{message}}"}""";
}
