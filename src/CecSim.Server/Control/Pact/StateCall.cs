namespace CecSim.Server.Control.Pact;

/// <summary>One state of a request, as a Pact verifier sends it.</summary>
/// <param name="State">Its name; empty for an interaction that asks for none.</param>
/// <param name="IsTeardown">The interaction is over.</param>
internal sealed record StateCall(string State, JsonObject Params, bool IsTeardown)
{
    public const string Shape =
        "Send {\"state\":\"a user is signed in\",\"params\":{},\"action\":\"setup\"}, an array of that, or " +
        "{\"states\":[{\"name\":\"a user is signed in\",\"params\":{}}]}; or ?state= without a body. action is setup " +
        "or teardown.";

    /// <summary>As it can be read again.</summary>
    public string ToJson() => new JsonObject { ["state"] = State, ["params"] = Params.DeepClone() }.ToJsonString();

    /// <summary>
    /// The body, alone or several in an array; where it names no state the query, for verifiers that are set so. A
    /// state is called <c>state</c> by the verifiers' own requests and <c>name</c> in pacts, and verifiers of several
    /// states send them in <c>states</c>. What else one sends along, the consumer's name for one, is passed over: the
    /// form is not ours.
    /// </summary>
    /// <returns>Null for what no verifier sends.</returns>
    public static IReadOnlyList<StateCall>? Read(JsonElement? body, IQueryCollection query)
    {
        IEnumerable<StateCall?> calls = body switch
        {
            null => [OfQuery(query)],
            { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Select(s => Of(s, action: null)),
            { ValueKind: JsonValueKind.Object } one when NamesNone(one) => [OfQuery(query)],
            { ValueKind: JsonValueKind.Object } one
                when !one.TryGetProperty("state", out _) && one.TryGetProperty("states", out var states) =>
                states.ValueKind == JsonValueKind.Array
                    ? states.EnumerateArray().Select(s => Of(s, one.TryGetProperty("action", out var a) ? a : null))
                    : [null],
            { } one => [Of(one, action: null)],
        };
        var read = calls.ToList();
        return read.Count > 0 && read.TrueForAll(c => c is not null) ? [.. read.OfType<StateCall>()] : null;
    }

    private static bool NamesNone(JsonElement call) =>
        !call.TryGetProperty("state", out _) && !call.TryGetProperty("name", out _)
        && !call.TryGetProperty("states", out _);

    /// <param name="action">What the request around it says; null where it stands in the state itself.</param>
    private static StateCall? Of(JsonElement call, JsonElement? action)
    {
        var map = call.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(call)!,
            JsonValueKind.String => new JsonObject { ["state"] = call.GetString() },
            _ => null,
        };
        if (map is null || !(map.ContainsKey("state") || map.ContainsKey("name")))
        {
            return null;
        }

        var said = map["action"] ?? (action is { } around ? JsonNode.Parse(around.GetRawText()) : null);
        return IsText(map.ContainsKey("state") ? map["state"] : map["name"], out var state)
            && IsText(said, out var act) && IsAction(act)
            && map["params"] is null or JsonObject
                ? new StateCall(state ?? "", map["params"] as JsonObject ?? [], act == "teardown")
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
