using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>The three common headers (Voice and Video Access, 4.1) on every route that needs them.</summary>
public sealed class CredentialTests
{
    private const string DeadMessagingToken =
        """{"errorCode":"0","exceptionInfo":"Unauthorized: the ccmessaging-token is invalid or expired."}""";

    private const string NotOneToken = "Authorization must be 'Bearer', one space, the AccessToken";
    private const string NotIssued = "the access token was not issued to this x-app-key";

    private const string NotLive =
        "the ccmessaging-token is not a live one: another applyToken of the user replaced it, " +
        "or it was never issued to this x-app-key";

    private static readonly string[] WithAccessToken =
    [
        ApplyPath, SendPath, SendAsyncPath, PollPath, QueueInfoPath, UploadPath, DownloadPath, LeaveMessagePath,
        CheckPath, CreatePath, EventsPath, DropPath,
    ];

    private static readonly string[] ClickToCall = [CheckPath, CreatePath, EventsPath, DropPath];
    private static readonly string[] Chat = [.. WithAccessToken[1..].Except(ClickToCall)];

    [Theory]
    [InlineData("cec-2.5", null, "x-app-key is missing")]
    [InlineData("cec-3.6", null, "x-app-key is missing")]
    [InlineData("cec-2.5", "", "x-app-key is missing")]
    [InlineData("cec-3.6", "unknown", "x-app-key belongs to no space of this server")]
    [InlineData("cec-2.5", "CECSIM-DEMO-KEY", "x-app-key belongs to no space of this server")]
    [Shows("1/x-app-key", "1/headers-never-optional", "1/403-x-app-key")]
    public async Task An_app_key_that_is_not_known_is_refused_on_every_route(string profile, string? appKey, string why)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();
        client.AppKey = appKey;

        await MustRefuseAsync(client, WithAccessToken, 403, EachProfile.DeadAccessToken(profile), "inferred", why);
    }

    [Theory]
    [InlineData("cec-2.5", null, "Authorization is missing")]
    [InlineData("cec-3.6", null, "Authorization is missing")]
    [InlineData("cec-3.6", "", "Authorization is missing")]
    [InlineData("cec-2.5", "TOKEN", NotOneToken)]
    [InlineData("cec-3.6", "TOKEN", NotOneToken)]
    [InlineData("cec-3.6", "Bearer", NotOneToken)]
    [InlineData("cec-3.6", "Bearer  TOKEN", NotOneToken)]
    [InlineData("cec-3.6", "BearerTOKEN", NotOneToken)]
    [InlineData("cec-3.6", "Bearer\tTOKEN", NotOneToken)]
    [InlineData("cec-3.6", "Basic TOKEN", NotOneToken)]
    [InlineData("cec-2.5", "Bearer 00000000000000000000000000000000", NotIssued)]
    [InlineData("cec-3.6", "Bearer 00000000000000000000000000000000", NotIssued)]
    [InlineData("cec-3.6", "Bearer TOKEN0", NotIssued)]
    [InlineData("cec-3.6", "Bearer nonsense", NotIssued)]
    [Shows("1/authorization")]
    public async Task An_access_token_that_is_not_as_it_must_be_is_refused_on_every_route(
        string profile, string? authorization, string why)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();
        var token = client.Authorization!["Bearer ".Length..];
        client.Authorization = authorization?.Replace("TOKEN", token, StringComparison.Ordinal);

        await MustRefuseAsync(client, WithAccessToken, 403, EachProfile.DeadAccessToken(profile), "inferred", why);
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("1/403-text-2.5", "1/403-text-3.6", "1/dead-token-403", "1/dead-token-403-elsewhere", "2/token-end")]
    public async Task An_access_token_is_good_until_its_last_moment_and_then_dead_on_every_route(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        await cec.AdvanceAsync(599.999);
        Assert.Equal(200, (await client.CheckAsync()).Status);

        await cec.AdvanceAsync(0.001);
        await MustRefuseAsync(
            client,
            WithAccessToken,
            403,
            EachProfile.DeadAccessToken(profile),
            EachProfile.Document(profile, "2.2"),
            "the access token has expired");
    }

    [Theory]
    [InlineData("cec-2.5", null, "ccmessaging-token is missing")]
    [InlineData("cec-3.6", null, "ccmessaging-token is missing")]
    [InlineData("cec-3.6", "", "ccmessaging-token is missing")]
    [InlineData("cec-2.5", "nonsense", NotLive)]
    [InlineData("cec-3.6", "nonsense", NotLive)]
    [InlineData("cec-3.6", "TOKEN0", NotLive)]
    [Shows("1/ccmessaging-token-mandatory", "1/headers-never-optional", "3/token-compared")]
    public async Task A_ccmessaging_token_that_is_not_known_is_refused_on_every_route(
        string profile, string? token, string why)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();
        client.MessagingToken = token?.Replace("TOKEN", client.MessagingToken, StringComparison.Ordinal);

        await MustRefuseAsync(client, ClickToCall, 403, EachProfile.DeadAccessToken(profile), "inferred", why);
        await MustRefuseAsync(client, Chat, 401, DeadMessagingToken, "inferred", why);
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows(
        "1/401-dead-ccmessaging-token", "1/403-dead-ccmessaging-token", "1/403-dead-ccmessaging-token-text",
        "3/token-lives-one-hour")]
    public async Task A_ccmessaging_token_is_good_for_an_hour_and_then_dead_on_every_route(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        await cec.AdvanceAsync(3599.999);
        await client.FetchAccessTokenAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);

        await cec.AdvanceAsync(0.001);
        const string why = "the ccmessaging-token has expired";
        await MustRefuseAsync(
            client,
            ClickToCall,
            403,
            EachProfile.DeadAccessToken(profile),
            $"{EachProfile.Document(profile, "6.1")}; against the CEC API reference, which says 401",
            why);
        await MustRefuseAsync(client, Chat, 401, DeadMessagingToken, "found; CEC API reference", why);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [Shows("1/statuses-are-settings")]
    public async Task One_status_for_a_dead_ccmessaging_token_on_every_route_is_a_setting(int status)
    {
        await using var cec = await TestCec.StartAsync(
            TestCec.SettingsOf("cec-3.6") with { MessagingTokenRefusedStatus = status });
        var client = await cec.SignInAsync();
        cec.Space.MessagingTokens.Expire(client.MessagingToken!);

        var body = status == 401 ? DeadMessagingToken : EachProfile.DeadAccessToken("cec-3.6");
        await MustRefuseAsync(
            client,
            ClickToCall,
            status,
            body,
            status == 401
                ? "found; CEC API reference; against section 6.1, which says 403 of click-to-dial requests"
                : $"{EachProfile.Document("cec-3.6", "6.1")}; against the CEC API reference, which says 401",
            "the ccmessaging-token has expired");
        await MustRefuseAsync(
            client,
            Chat,
            status,
            body,
            status == 401 ? "found; CEC API reference" : "inferred",
            "the ccmessaging-token has expired");
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("1/statuses-are-settings")]
    public async Task Both_statuses_are_settings(string profile)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            AccessTokenRefusedStatus = 401,
            MessagingTokenRefusedStatus = 403,
        });
        var client = await cec.SignInAsync();

        client.MessagingToken = "unknown";
        (await client.CheckAsync()).MustBe(403, EachProfile.DeadAccessToken(profile), "inferred");
        client.Authorization = "unknown";
        (await client.CheckAsync()).MustBe(401, EachProfile.DeadAccessToken(profile), "inferred");
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    [Shows("1/bearer-any-case")]
    public async Task The_scheme_may_be_written_in_any_case(string scheme)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.Authorization = scheme + client.Authorization!["Bearer".Length..];

        Assert.Equal(200, (await client.CheckAsync()).Status);
        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    [Shows("1/default-statuses", "1/accesstoken-first")]
    public async Task The_access_token_is_looked_at_before_the_ccmessaging_token_and_both_before_the_body()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        client.MessagingToken = null;

        var withoutMessaging = await client.PostAsync(CreatePath, "not JSON");
        Assert.Equal((403, "ccmessaging-token is missing"), (withoutMessaging.Status, withoutMessaging.Why));
        Assert.Equal(401, (await client.PostAsync(SendPath, "not JSON")).Status);
        client.Authorization = null;
        Assert.Equal(403, (await client.PostAsync(SendPath, "not JSON")).Status);
        var withoutBoth = await client.PostAsync(CreatePath, "not JSON");
        Assert.Equal((403, "Authorization is missing"), (withoutBoth.Status, withoutBoth.Why));
    }

    [Theory]
    [InlineData("x-app-key", "Authorization", "ccmessaging-token")]
    [InlineData("X-APP-Key", "authorization", "CCMessaging-Token")]
    [InlineData("X-APP-KEY", "AUTHORIZATION", "CCMESSAGING-TOKEN")]
    [Shows("1/header-names-any-case")]
    public async Task Header_names_may_be_written_in_any_case(
        string appKey, string authorization, string messagingToken)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));

        await socket.SendAsync(
            $"GET {CheckPath} HTTP/1.1\r\nHost: localhost\r\n{appKey}: {client.AppKey}\r\n" +
            $"{authorization}: {client.Authorization}\r\n{messagingToken}: {client.MessagingToken}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await socket.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Shows("2/older-token-stays-valid")]
    public async Task An_older_access_token_lives_on_beside_a_new_one()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var older = client.Authorization;

        await client.FetchAccessTokenAsync();

        Assert.Equal(200, (await client.CheckAsync()).Status);
        client.Authorization = older;
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    private static async Task MustRefuseAsync(
        CecClient client, string[] paths, int status, string body, string basis, string why)
    {
        foreach (var path in paths)
        {
            var answer = path is CheckPath or EventsPath or PollPath
                ? await client.GetAsync(path)
                : await client.PostAsync(path, path == ApplyPath ? ApplyBody() : SendBody);
            answer.MustBe(status, body, basis);
            Assert.Equal(why, answer.Why);
        }
    }
}
