using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Server.Tests.OpenApi;

/// <summary>Requests to the operations of a document: some as it says, most with something else in them.</summary>
internal static class RandomRequests
{
    private static readonly string[] Oddities =
    [
        "", " ", "0", "-1", "1", "99999999999999999999", "true", "null", "é", "\u0001", "' OR 1=1 --", "../../etc",
        "%00", "{{", "\"", "PT10M", "next", "frozen", "running", "all", "state", "released", "demo", "u1", "WEB", "%",
    ];

    private static readonly string[] BrokenBodies =
        ["", "{", "[]", "null", "\"x\"", "1e999", "{\"a\":", "{}{}", "\0", new('[', 5_000), "{\"event\":\"\\ud800\"}"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Oddities),
        Gen.Choose(0, 3_000).Select(length => new string('x', length)),
        Gen.Choose(0x20, 0x2FFF).ArrayOf(8).Select(cs => string.Concat(cs.Select(c => (char)c))));

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Text.Select(t => (JsonNode?)t),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => (JsonNode?)n),
        Gen.Elements(true, false).Select(b => (JsonNode?)b),
        Gen.Constant<JsonNode?>(null),
        Gen.Fresh(() => (JsonNode?)new JsonObject { ["status"] = 503 }),
        Gen.Fresh(() => (JsonNode?)new JsonArray("queued", 1)));

    public static Gen<RandomRequest> Of(JsonNode document)
    {
        var operations = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select (Method: operation.Key.ToUpperInvariant(), Path: path.Key, Said: operation.Value!)).ToList();
        return
            from operation in Gen.Elements<(string Method, string Path, JsonNode Said)>(operations)
            from parts in Gen.Elements<string?>("demo", "demo", "1", "1001", "answer", null).Two()
            from odd in Text
            from hasQuery in Gen.Elements(true, true, false)
            from query in QueryOf(operation.Said)
            from body in BodyOf(document, operation.Said)
            from credentials in Gen.Frequency(
                (4, Gen.Constant<string?>(null)), (1, Text.Where(t => t.All(char.IsAscii)).Select(t => (string?)t)))
            select new RandomRequest(
                operation.Method,
                Fill(operation.Path, IsItsEnd(operation) ? "another" : parts.Item1 ?? odd, parts.Item2 ?? odd)
                    + (hasQuery ? query : ""),
                operation.Method == "GET" ? null : body,
                credentials);
    }

    // Without the space there would be little left to ask for.
    private static bool IsItsEnd((string Method, string Path, JsonNode Said) operation) =>
        operation is { Method: "DELETE", Path: "/_cecsim/spaces/{spaceName}" };

    private static string Fill(string path, string first, string second) =>
        string.Join('/', path.Split('/').Select((part, i) => !part.StartsWith('{')
            ? part
            : Uri.EscapeDataString((i % 2 == 0 ? first : second) is { Length: > 0 and < 200 } text ? text : "x")));

    // A poll that waits for others to wait is there to wait.
    private static Gen<string> QueryOf(JsonNode said)
    {
        var names = (said["parameters"]?.AsArray() ?? [])
            .Where(p => (string?)p!["in"] == "query" && (string?)p["name"] != "waiting")
            .Select(p => (string)p!["name"]!)
            .ToList();
        return
            from values in Gen.Frequency((2, Gen.Elements("WEB", "u1")), (1, Text)).ArrayOf(names.Count)
            select names.Count == 0
                ? ""
                : "?" + string.Join('&', names.Zip(values, (n, v) => $"{n}={Uri.EscapeDataString(v)}"));
    }

    private static Gen<string> BodyOf(JsonNode document, JsonNode said)
    {
        var names = NamesIn(document, said["requestBody"]?["content"]?["application/json"]?["schema"]);
        var whole =
            from values in Leaf.ArrayOf(names.Length)
            from isThere in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(names.Length)
            select new JsonObject(names.Select((n, i) => (n, i)).Where(f => isThere[f.i])
                .Select(f => KeyValuePair.Create(f.n, values[f.i]?.DeepClone()))).ToJsonString();
        return Gen.Frequency((5, whole), (1, Gen.Elements(BrokenBodies)), (1, Text));
    }

    private static string[] NamesIn(JsonNode document, JsonNode? schema) => schema switch
    {
        null => [],
        _ when schema["$ref"] is { } target => NamesIn(
            document, document["components"]!["schemas"]![((string)target!).Split('/')[^1]]),
        _ when schema["oneOf"] is JsonArray either => [.. either.SelectMany(s => NamesIn(document, s))],
        _ => [.. (schema["properties"] as JsonObject ?? []).Select(p => p.Key)],
    };
}

/// <param name="Credentials">What stands in place of the tokens; null for the right ones.</param>
internal sealed record RandomRequest(string Method, string Url, string? Body, string? Credentials);
