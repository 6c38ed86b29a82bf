using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Pact;

/// <summary>One interaction of a pact: what is given, what is asked, and what has to come.</summary>
/// <param name="States">States without parameters by name, or whole bodies.</param>
/// <param name="Says">What the body of the answer contains, to the letter.</param>
internal sealed record Given(string[] States, Func<CecClient, Task<Answer>> Asks, int Status, string Says)
{
    private const string QueueBody = """{"userId":"u1","channelConfigId":"202403010000000001","channel":"WEB"}""";

    public static IReadOnlyList<Given> All { get; } =
    [
        new(["an access token was issued"], AgentInfo, 200, "\"agents\":[{\"workNo\":1001"),
        new(["the access token has expired"], c => c.CheckAsync(), 403, "auth fail!"),
        new(["the access token was revoked"], c => c.CheckAsync(), 403, "auth fail!"),
        new(["the messaging token has expired"], c => c.CheckAsync(), 403, "auth fail!"),
        new(["the messaging token was replaced"], c => c.CheckAsync(), 403, "auth fail!"),
        new(["a user is signed in", "the channel has click-to-call"], c => c.CheckAsync(), 200,
            "\"webRTCSupported\":true,\"clickToCallSupported\":true"),
        new(["the channel has no click-to-call", "a user is signed in"], c => c.CheckAsync(), 200,
            "\"clickToCallSupported\":false"),
        new(["the channel has no WebRTC", "a user is signed in"], c => c.CheckAsync(), 200,
            "\"webRTCSupported\":false"),
        new(["a user is signed in", "the channel has no click-to-call"], Create, 200, "\"resultCode\":\"7\""),
        new(["the contact centre is closed", "a user is signed in"], Create, 200, "\"resultCode\":\"12\""),
        new(["no agent is signed in", "a user is signed in"], Create, 200,
            "{\"resultCode\":\"13\",\"resultDesc\":\"No agents available currently\"}"),
        new(["a user is signed in", "an agent is free"], Create, 200, "{\"resultCode\":\"0\",\"resultDesc\":\"\"}"),
        new(["the contact centre is open", "an agent is signed in", "a user is signed in"], Create, 200,
            "{\"resultCode\":\"0\",\"resultDesc\":\"\"}"),
        new(["no agent is free", "a user is signed in"], CreateAndPoll, 200, "\"eventId\":168102"),
        new(["an agent is free", "a user is signed in"], CreateAndPoll, 200, "\"eventId\":168101"),
        new(["a call is connected", "the channel has click-to-call"], Create, 200,
            "{\"resultCode\":\"13\",\"resultDesc\":\"connect failed\"}"),
        new(["a call is connected"], c => c.DropAsync(), 200, "{\"resultCode\":\"0\",\"resultDesc\":\"\"}"),
        new(["a user is signed in"], c => c.DropAsync(), 200,
            "{\"resultCode\":\"13\",\"resultDesc\":\"disconnect failed\"}"),
        new(["a call is connected"], c => c.PollAsync(), 200, "\"accessCode\":"),
        new(["a call waits in a queue"], c => c.PollAsync(), 200, "\"eventId\":168102"),
        new(["an event is waiting"], c => c.PollAsync(), 200, "\"eventId\":168101"),
        new([Event("\"released\"")], c => c.PollAsync(), 200, "\"eventId\":168110"),
        new([Event("\"transferred\"")], c => c.PollAsync(), 200, "\"eventId\":168106"),
        new([Event("\"queueTimeout\"")], c => c.PollAsync(), 200, "\"eventId\":168103"),
        new([Event("\"failed\"")], c => c.PollAsync(), 200, "\"eventId\":168105"),
        new([Event("""{"released":{"causeId":7,"causeDesc":"gone"}}""")], c => c.PollAsync(), 200,
            "{\"causeId\":7,\"causeDesc\":\"gone\"}"),
        new(["no event is waiting"], c => c.PollAsync(), 200,
            "{\"resultCode\":\"0\",\"resultDesc\":\"ClickToCall polled without any events\"}"),
        new(["an agent is free", "a user is signed in"], c => c.ChatAsync("CONNECT"), 200, "\"resultCode\":\"0\""),
        new(["a user is signed in", "no agent is signed in"], c => c.ChatAsync("CONNECT"), 200,
            "\"resultCode\":\"13\""),
        new(["the contact centre is closed", "a user is signed in"], c => c.ChatAsync("CONNECT"), 200,
            "\"resultCode\":\"12\""),
        new(["a text session is with a robot"], c => c.ChatAsync("CHAT"), 200, "Send message to robot successfully"),
        new(["a text session is with an agent"], c => c.ChatAsync("CHAT"), 200, "Send message to agent successfully"),
        new(["a text session is with an agent"], QueueInfo, 200, "\"resultCode\":\"160021\""),
        new(["a text session waits in a queue"], QueueInfo, 200, "\"resultCode\":\"0\""),
        new(["a text session has ended"], QueueInfo, 200, "\"resultCode\":\"5\""),
        new(["a user is signed in"], QueueInfo, 200, "\"resultCode\":\"160004\""),
        new(["a text session has ended"], c => c.PollChatAsync(), 200, "{\"resultCode\":\"5\"}"),
        new(["a message is waiting"], c => c.PollChatAsync(), 200, "\"content\":\"How can I help you?\""),
        new(["no message is waiting"], c => c.PollChatAsync(), 200,
            "{\"resultCode\":\"0\",\"resultDesc\":\"query user messages success.\",\"downlinkMessages\":[]}"),
        new(["a user is signed in", Fault("createClickToCall", 503)], Create, 503, ""),
        new(["no fault strikes", "a user is signed in"], c => c.DropAsync(), 200, "disconnect failed"),
    ];

    public string Name => string.Join(" + ", States.Select(s => JsonNode.Parse(BodyOf(s))!["state"]));

    /// <summary>Sets it up, asks, and looks at the answer.</summary>
    public async Task PlayAsync(HttpClient http, SpaceSettings space)
    {
        var states = $"[{string.Join(',', States.Select(BodyOf))}]";
        var set = await new ControlApiClient(http).PostAsync("pact/provider-states", states);
        Assert.True(set.Status == 200, $"{Name}: {set.Body}");

        var answer = await Asks(ClientOf(http, space, set));

        Assert.True(
            answer.Status == Status && answer.Body.Contains(Says, StringComparison.Ordinal),
            $"{Name}: expected {Status} {Says}, got {answer.Status} {answer.Body}");
    }

    /// <summary>A client that sends what the states have given, as a pact's generators make it.</summary>
    public static CecClient ClientOf(HttpClient http, SpaceSettings space, Reply set) => new(http, space)
    {
        AppKey = (string?)set["appKey"],
        Authorization = (string?)set.Body!["authorization"],
        MessagingToken = (string?)set.Body!["ccmessagingToken"],
    };

    public static string BodyOf(string state) => state.StartsWith('{')
        ? state
        : $$$"""{"state":"{{{state}}}","params":{{{{Params(state)}}}},"action":"setup"}""";

    // Vendor requests of these tests are those of u1; the states that are about nobody take the user all the same.
    private static string Params(string state) => state.Length == 0 ? "" : "\"userId\":\"u1\"";

    private static string Event(string step) =>
        $$"""{"state":"an event is waiting","params":{"userId":"u1","event":{{step}}},"action":"setup"}""";

    private static string Fault(string at, int status) =>
        $$$$"""{"state":"a fault strikes","params":{"at":"{{{{at}}}}","inject":{"status":{{{{status}}}}}}}""";

    private static Task<Answer> AgentInfo(CecClient client) =>
        client.GetAsync("/apiaccess/CC-Management/v1/queryAgentInfo");

    private static Task<Answer> Create(CecClient client) => client.CreateAsync();

    private static async Task<Answer> CreateAndPoll(CecClient client)
    {
        Assert.Contains("\"resultCode\":\"0\"", (await client.CreateAsync()).Body, StringComparison.Ordinal);
        return await client.PollAsync();
    }

    private static Task<Answer> QueueInfo(CecClient client) => client.PostAsync(QueueInfoPath, QueueBody);
}
