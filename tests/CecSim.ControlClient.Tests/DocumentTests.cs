using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CecSim.ControlClient.Tests;

/// <summary>The client against the document of the control API: each field of each body, in both directions.</summary>
public sealed class DocumentTests
{
    /// <summary>The bodies of whole requests and answers, and the client's types of them.</summary>
    private static readonly Dictionary<string, string> Roots = new()
    {
        ["AgentAction"] = "AgentAction",
        ["AgentDetails"] = "AgentDetails",
        ["AgentList"] = "AgentList",
        ["AllFindings"] = "AllFindings",
        ["ArmedFault"] = "ArmedFault",
        ["SpaceReplay"] = "SpaceReplay",
        ["SnapshotList"] = "SnapshotList",
        ["NewSnapshot"] = "NewSnapshot",
        ["SnapshotLoad"] = "SnapshotLoad",
        ["SnapshotDifferences"] = "SnapshotDifferences",
        ["BreakpointList"] = "BreakpointList",
        ["CallList"] = "CallList",
        ["CallLadder"] = "CallLadder",
        ["CallMedia"] = "CallMedia",
        ["JournalClaim"] = "JournalClaim",
        ["ClockChange"] = "ClockChange",
        ["ClockState"] = "ClockState",
        ["DueList"] = "DueList",
        ["EventPush"] = "EventPush",
        ["Explanation"] = "Explanation",
        ["FaultList"] = "FaultList",
        ["FidelityClaimList"] = "FidelityClaimList",
        ["HealthReport"] = "HealthReport",
        ["JournalPage"] = "JournalPage",
        ["MessageRelease"] = "MessageRelease",
        ["NewSpace"] = "NewSpace",
        ["PhoneList"] = "PhoneList",
        ["PollList"] = "PollList",
        ["PollRelease"] = "PollRelease",
        ["Problem"] = "Problem",
        ["ProviderStateList"] = "ProviderStateList",
        ["QueueList"] = "QueueList",
        ["ResetRequest"] = "ResetRequest",
        ["ScenarioCheck"] = "ScenarioCheck",
        ["ScenarioDraft"] = "ScenarioDraft",
        ["ScenarioText"] = "ScenarioText",
        ["ScenarioTrial"] = "ScenarioTrial",
        ["ServerLatency"] = "ServerLatency",
        ["ServerProcess"] = "ServerProcess",
        ["SpaceDetails"] = "SpaceDetails",
        ["SpaceFindings"] = "SpaceFindings",
        ["SpaceList"] = "SpaceList",
        ["SpaceStatistics"] = "SpaceStatistics",
        ["StreamEvent"] = "StreamEvent",
        ["TokenList"] = "TokenList",
        ["JournalVerdict"] = "JournalVerdict",
    };

    /// <summary>What the client does not read field by field: it hands the text on.</summary>
    private static readonly string[] NotRead = ["HarBody", "JsonElement", "JsonObject", "SpaceSnapshot", "Stream"];

    private static readonly string Document = Checkout.PathOf("src", "CecSim.Server", "OpenApi", "control.json");

    private readonly JsonObject _schemas =
        JsonNode.Parse(File.ReadAllText(Document))!["components"]!["schemas"]!.AsObject();

    private readonly List<string> _complaints = [];
    private readonly HashSet<(string, Type?)> _seen = [];

    [Fact]
    public void Each_field_of_the_document_is_one_of_the_client_and_the_other_way_round()
    {
        foreach (var (schema, type) in Roots)
        {
            var record = typeof(CallList).Assembly.GetType($"CecSim.Control.Contracts.{type}")
                ?? typeof(CecSimControl).Assembly.GetType($"CecSim.ControlClient.{type}", throwOnError: true)!;
            Compare(schema, record);
        }

        Assert.Empty(_complaints);
    }

    [Fact]
    public void Each_body_of_the_document_is_read_by_the_client_or_named_as_not_read()
    {
        foreach (var schema in Roots.Keys.Concat(NotRead))
        {
            Compare(schema, type: null);
        }

        Assert.Empty(_schemas.Select(s => s.Key).Except(_seen.Select(s => s.Item1)));
    }

    /// <param name="type">Null to walk through the schemas alone.</param>
    private void Compare(string schema, Type? type)
    {
        if (!_seen.Add((schema, type)) || _schemas[schema]!["properties"] is not JsonObject fields)
        {
            return;
        }

        var own = type?.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .ToDictionary(NameOf, p => p.PropertyType);
        foreach (var (name, field) in fields)
        {
            if (own is not null && !own.ContainsKey(name))
            {
                _complaints.Add($"{type!.Name} lacks {name} of {schema}");
            }

            if (ReferenceIn(field!) is { } inner)
            {
                var innerType = own is null ? null : own.TryGetValue(name, out var found) ? ElementOf(found) : null;
                Compare(inner, innerType);
            }
        }

        _complaints.AddRange((own ?? []).Keys
            .Where(n => !fields.ContainsKey(n))
            .Select(n => $"{schema} lacks {n} of {type!.Name}"));
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static Type? ElementOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var element = plain.IsGenericType ? plain.GetGenericArguments()[^1] : plain;
        return element.Namespace!.StartsWith("CecSim", StringComparison.Ordinal) && !element.IsEnum ? element : null;
    }

    private static string? ReferenceIn(JsonNode node) => node switch
    {
        JsonObject o when (string?)o["$ref"] is { } reference => reference[(reference.LastIndexOf('/') + 1)..],
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().Select(ReferenceIn).OfType<string>().FirstOrDefault(),
        JsonArray a => a.OfType<JsonNode>().Select(ReferenceIn).FirstOrDefault(r => r is not null),
        _ => null,
    };
}
