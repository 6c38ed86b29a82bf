using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Control.Pact;

/// <summary>One state of a request, as a Pact verifier sends it.</summary>
/// <param name="State">Its name; empty for an interaction that asks for none.</param>
/// <param name="IsTeardown">The interaction is over.</param>
internal sealed record StateCall(string State, JsonObject Params, bool IsTeardown)
{
    public const string Shape =
        "Send {\"state\":\"a user is signed in\",\"params\":{},\"action\":\"setup\"}, or an array of that; " +
        "action is setup or teardown.";

    /// <summary>
    /// The body, alone or several in an array; without a body the query, for verifiers that are set so. What else a
    /// verifier sends along, the consumer's name for one, is passed over: the form is not ours.
    /// </summary>
    /// <returns>Null for what no verifier sends.</returns>
    public static IReadOnlyList<StateCall>? Read(JsonElement? body, IQueryCollection query)
    {
        IEnumerable<StateCall?> calls = body switch
        {
            null => [OfQuery(query)],
            { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Select(Of),
            { } one => [Of(one)],
        };
        var read = calls.ToList();
        return read.Count > 0 && read.TrueForAll(c => c is not null) ? [.. read.OfType<StateCall>()] : null;
    }

    private static StateCall? Of(JsonElement call)
    {
        if (call.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var map = JsonObject.Create(call)!;
        return IsText(map["state"], out var state)
            && IsText(map["action"], out var action) && IsAction(action)
            && map["params"] is null or JsonObject
                ? new StateCall(state ?? "", map["params"] as JsonObject ?? [], action == "teardown")
                : null;
    }

    private static StateCall? OfQuery(IQueryCollection query)
    {
        var rest = query.Where(q => q.Key is not ("state" or "action"));
        return query.ContainsKey("state") && IsAction(query["action"])
            ? new StateCall(
                query["state"].ToString(),
                new JsonObject(rest.Select(q => KeyValuePair.Create(q.Key, (JsonNode?)q.Value.ToString()))),
                query["action"] == "teardown")
            : null;
    }

    private static bool IsAction(string? action) => action is null or "setup" or "teardown";

    private static bool IsText(JsonNode? node, out string? text)
    {
        text = null;
        return node is null || (node is JsonValue value && value.TryGetValue(out text));
    }
}
