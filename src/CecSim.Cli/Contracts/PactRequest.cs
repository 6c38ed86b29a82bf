using System.Text.Json.Nodes;
using CecSim.Simulation;

namespace CecSim.Cli.Contracts;

/// <summary>A request of each operation as the documents print it, with what a provider state gives in place.</summary>
/// <param name="Values">Fields of the body, or of the query where there is none; <c>${…}</c> is the state's.</param>
internal sealed record PactRequest(string Method, string Path, params (string Name, string Value)[] Values)
{
    private const string Messaging = "/apiaccess/ccmessaging/";
    private static readonly (string, string) Channel = ("channel", "WEB");

    private static readonly Dictionary<CecOperation, PactRequest> All = new()
    {
        [CecOperation.TokenByAkSk] = new(
            "POST", "/apigovernance/api/oauth/tokenByAkSk", ("app_key", "${appKey}"), ("app_secret", "${appSecret}")),
        [CecOperation.ApplyToken] = new(
            "POST",
            $"{Messaging}applyToken",
            ("userId", "${userId}"),
            ("userName", "Pact User"),
            ("channelId", "${channelId}"),
            ("locale", "en")),
        [CecOperation.CheckClickToCallSupport] = new("GET", $"{Messaging}v1/checkClickToCallSupport", Channel),
        [CecOperation.CreateClickToCall] = new(
            "POST", $"{Messaging}v1/createClickToCall", Channel, ("mediaAbility", "0")),
        [CecOperation.GetClickToCallEvents] = new("GET", $"{Messaging}v1/getClickToCallEvents", Channel),
        [CecOperation.DropClickToCall] = new("POST", $"{Messaging}v1/dropClickToCall", Channel),
        [CecOperation.Send] = Sent("send"),
        [CecOperation.SendAsync] = Sent("sendAsync"),
        [CecOperation.Poll] = new("GET", $"{Messaging}poll", Channel, ("receiverId", "${userId}")),
        [CecOperation.QueryQueueInfo] = new(
            "POST",
            $"{Messaging}queryQueueInfo",
            Channel,
            ("userId", "${userId}"),
            ("channelConfigId", "${channelId}")),
        [CecOperation.QueryAgentInfo] = new("GET", "/apiaccess/CC-Mangemant/v1/queryAgentInfo"),
    };

    public static PactRequest? Of(CecOperation operation) => All.GetValueOrDefault(operation);

    /// <summary>The request part of a Pact V4 interaction.</summary>
    public JsonObject ToPact(CecOperation operation)
    {
        var headers = HeadersOf(operation);
        var request = new JsonObject
        {
            ["method"] = Method,
            ["path"] = Path,
            ["headers"] = new JsonObject(headers.Select(h => KeyValuePair.Create(h.Name, (JsonNode?)ListOf(h.Value)))),
        };
        var generators = new JsonObject { ["header"] = Generators(headers, name => name) };
        if (Method == "GET")
        {
            request["query"] = new JsonObject(
                Values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)ListOf(v.Value))));
            generators["query"] = Generators(Values, name => name);
        }
        else
        {
            request["headers"]!["Content-Type"] = ListOf("application/json");
            request["body"] = new JsonObject
            {
                ["content"] = new JsonObject(
                    Values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)JsonValue.Create(v.Value)))),
                ["contentType"] = "application/json",
                ["encoded"] = false,
            };
            generators["body"] = Generators(Values, name => $"$.{name}");
        }

        request["generators"] = generators;
        return request;
    }

    private static PactRequest Sent(string word) => new(
        "POST",
        Messaging + word,
        Channel,
        ("content", "start"),
        ("controlType", "CONNECT"),
        ("from", "${userId}"),
        ("to", "${channelId}"),
        ("mediaType", "TEXT"),
        ("sourceType", "CUSTOMER"));

    private static List<(string Name, string Value)> HeadersOf(CecOperation operation)
    {
        var headers = new List<(string Name, string Value)>();
        if (operation.CarriesAccessToken())
        {
            headers.Add(("x-app-key", "${appKey}"));
            headers.Add(("Authorization", "${authorization}"));
        }

        if (operation.CarriesMessagingToken())
        {
            headers.Add(("ccmessaging-token", "${ccmessagingToken}"));
        }

        return headers;
    }

    private static JsonArray ListOf(string value) => [value];

    private static JsonObject Generators(IEnumerable<(string Name, string Value)> values, Func<string, string> key) =>
        new(values.Where(v => v.Value.StartsWith("${", StringComparison.Ordinal)).Select(v => KeyValuePair.Create(
            key(v.Name),
            (JsonNode?)new JsonObject { ["type"] = "ProviderState", ["expression"] = v.Value })));
}
