namespace CecSim.Server.Tests;

/// <summary>A client that sends the three common headers, each as it stands here; null to leave it out.</summary>
internal sealed class CecClient(HttpClient http, SpaceSettings space)
{
    public const string TokenPath = "/apigovernance/api/oauth/tokenByAkSk";
    public const string ApplyPath = "/apiaccess/ccmessaging/applyToken";
    public const string SendPath = "/apiaccess/ccmessaging/send";
    public const string CheckPath = "/apiaccess/ccmessaging/v1/checkClickToCallSupport?channel=WEB";
    public const string CreatePath = "/apiaccess/ccmessaging/v1/createClickToCall";
    public const string EventsPath = "/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB";
    public const string DropPath = "/apiaccess/ccmessaging/v1/dropClickToCall";

    public const string SendAsyncPath = "/apiaccess/ccmessaging/sendAsync";
    public const string PollPath = "/apiaccess/ccmessaging/poll?receiverId=u1&channel=WEB";
    public const string QueueInfoPath = "/apiaccess/ccmessaging/queryQueueInfo";
    public const string UploadPath = "/apiaccess/ccmessaging/uploadFileStream";
    public const string DownloadPath = "/apiaccess/ccmessaging/downloadFileStream";
    public const string LeaveMessagePath = "/apiaccess/ccmessaging/doLeaveMessage";

    public const string SendBody =
        """
        {"channel":"WEB","content":"hi","controlType":"CHAT","from":"u1","mediaType":"TEXT","sourceType":"CUSTOMER",
        "to":"202403010000000001"}
        """;

    public string? AppKey { get; set; } = space.AppKey;

    public string? Authorization { get; set; }

    public string? MessagingToken { get; set; }

    public static string ApplyBody(string userId = "u1", string channelId = "202403010000000001") =>
        $$"""{"userId":"{{userId}}","userName":"Ann","channelId":"{{channelId}}","locale":"en"}""";

    public async Task<string> FetchAccessTokenAsync()
    {
        var body = $$"""{"app_key":"{{space.AppKey}}","app_secret":"{{space.AppSecret}}"}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, TokenPath) { Content = Json(body) };
        request.Headers.Add("X-Token-Expire", "600");
        var answer = await SendAsync(request);
        Assert.Equal(200, answer.Status);
        var token = answer.Text("AccessToken");
        Authorization = $"Bearer {token}";
        return token;
    }

    public async Task<string> FetchMessagingTokenAsync(string userId = "u1")
    {
        var answer = await PostAsync(ApplyPath, ApplyBody(userId));
        Assert.Equal(200, answer.Status);
        return MessagingToken = answer.Text("token");
    }

    public Task<Answer> CheckAsync() => GetAsync(CheckPath);

    public Task<Answer> CreateAsync(string mediaAbility = "0") =>
        PostAsync(CreatePath, $$"""{"channel":"WEB","mediaAbility":"{{mediaAbility}}"}""");

    public Task<Answer> PollAsync() => GetAsync(EventsPath);

    /// <summary>Sends in the text session of u1.</summary>
    public Task<Answer> ChatAsync(string controlType, string path = SendPath) =>
        PostAsync(path, SendBody.Replace("\"CHAT\"", $"\"{controlType}\"", StringComparison.Ordinal));

    public Task<Answer> PollChatAsync() => GetAsync(PollPath);

    public Task<Answer> DropAsync() => PostAsync(DropPath, """{"channel":"WEB"}""");

    public Task<Answer> GetAsync(string path) => AskAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, string body) => AskAsync(HttpMethod.Post, path, Json(body));

    public async Task<Answer> AskAsync(
        HttpMethod method, string path, HttpContent? content, string? host = null, CancellationToken? ends = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Host = host;
        Add("x-app-key", AppKey);
        Add("Authorization", Authorization);
        Add("ccmessaging-token", MessagingToken);
        return await SendAsync(request, ends);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }
    }

    /// <summary>The same request as text, for a bare socket.</summary>
    public string RawGet(string path) =>
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nx-app-key: {AppKey}\r\nAuthorization: {Authorization}\r\n" +
        $"ccmessaging-token: {MessagingToken}\r\n\r\n";

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken? ends = null)
    {
        request.Version = http.DefaultRequestVersion;
        request.VersionPolicy = http.DefaultVersionPolicy;
        using var response = await http.SendAsync(request, ends ?? TestCec.TestEnds);
        return await Answer.ReadAsync(response);
    }
}
