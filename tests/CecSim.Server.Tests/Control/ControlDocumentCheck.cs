using System.Text.Json;
using CecSim.Server.Tests.OpenApi;

namespace CecSim.Server.Tests.Control;

/// <summary>
/// Holds what the control API answers against its own document, so that no enumeration, required member or number in
/// it says more, or less, than a server writes. Knows what that document uses of JSON Schema.
/// </summary>
internal static class ControlDocumentCheck
{
    private static readonly JsonNode Document =
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf("src/CecSim.Server/OpenApi/control.json")))!;

    private static readonly IReadOnlyList<(Regex Path, JsonObject Operations)> Paths =
        [.. Document["paths"]!.AsObject().Select(p => (PatternOf(p.Key), p.Value!.AsObject()))];

    /// <summary>Fails where the answer is not as the document has it.</summary>
    public static void MustBeAsDocumented(string method, string path, int status, JsonNode? body)
    {
        var route = $"/_cecsim/{path.Split('?')[0]}";
        var operations = Paths.FirstOrDefault(p => p.Path.IsMatch(route)).Operations;
        if (body is null || operations?[method.ToLowerInvariant()]?["responses"] is not { } responses)
        {
            return;
        }

        if (status >= 400)
        {
            Assert.True(
                IsListed(responses.AsObject(), status, (string?)body["type"]),
                $"{method} {route}: {status} {body["type"]} is not among what the document says of it");
        }

        var content = (responses[$"{status}"] ?? responses["default"])?["content"]?.AsObject();
        if (content?.FirstOrDefault().Value?["schema"] is { } schema)
        {
            var breaches = BreachesOf("answer", schema.AsObject(), body).ToList();
            Assert.True(breaches.Count == 0, $"{method} {route}: {string.Join("; ", breaches)}");
        }
    }

    /// <summary>Whether an operation can answer with a problem, by its document.</summary>
    public static bool IsListed(JsonObject responses, int status, string? type) =>
        responses[$"{status}"]?["x-problem-codes"] is JsonArray codes
        && codes.Any(c => $"urn:cecsim:problem:{c}" == type);

    private static IEnumerable<string> BreachesOf(string at, JsonObject schema, JsonNode? value)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = Document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject();
        }

        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { } forms)
        {
            var all = forms.Select(f => BreachesOf(at, f!.AsObject(), value).ToList()).ToList();
            return all.Any(b => b.Count == 0) ? [] : all[^1];
        }

        if (schema["type"] is { } types && !TypesOf(value).Any(t => Lists(types, t)))
        {
            return [$"{at} is {value?.ToJsonString() ?? "null"}, not {types.ToJsonString()}"];
        }

        if (schema["enum"]?.AsArray() is { } words && !words.Any(w => JsonNode.DeepEquals(w, value)))
        {
            return [$"{at} is {value?.ToJsonString()}, none of {words.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject map => BreachesOf(at, schema, map),
            JsonArray list when schema["items"] is { } items =>
                list.SelectMany((item, i) => BreachesOf($"{at}[{i}]", items.AsObject(), item)),
            _ => [],
        };
    }

    private static IEnumerable<string> BreachesOf(string at, JsonObject schema, JsonObject map)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        var missing = (schema["required"]?.AsArray() ?? []).Select(r => (string)r!).Where(r => !map.ContainsKey(r));
        var unknown = properties.Count == 0 || at.EndsWith(".extensions", StringComparison.Ordinal)
            ? []
            : map.Select(m => m.Key).Where(k => !properties.ContainsKey(k) && k != "complaints");
        return missing.Select(m => $"{at}.{m} is missing")
            .Concat(unknown.Select(u => $"{at}.{u} is not in the document"))
            .Concat(map.Where(m => properties.ContainsKey(m.Key))
                .SelectMany(m => BreachesOf($"{at}.{m.Key}", properties[m.Key]!.AsObject(), m.Value)));
    }

    private static bool Lists(JsonNode types, string type) => types switch
    {
        JsonArray several => several.Any(t => (string?)t == type),
        _ => (string?)types == type,
    };

    private static string[] TypesOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => ["null"],
        JsonValueKind.Object => ["object"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.String => ["string"],
        JsonValueKind.Number when value.ToJsonString().AsSpan().IndexOfAny(".eE") < 0 => ["integer", "number"],
        JsonValueKind.Number => ["number"],
        _ => ["boolean"],
    };

    private static Regex PatternOf(string path) =>
        new($"^{Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$", RegexOptions.CultureInvariant);
}
