using System.Text;

namespace CecSim.RepositoryRules.Tests;

/// <summary>docs/scenario-keys.md, made from the JSON Schema that scenarios' shapes write of themselves.</summary>
internal sealed class ScenarioKeysPage
{
    public const string File = "docs/scenario-keys.md";
    private const string AllowedMark = " Allowed: ";

    private readonly StringBuilder _page = new();

    public static string Of(JsonObject schema)
    {
        var page = new ScenarioKeysPage();
        page.Write(schema);
        return page._page.ToString();
    }

    private void Write(JsonObject schema)
    {
        _page.Append("# Every key of a scenario\n\n")
            .Append("Made from what reads them; a test fails when this page is stale, and leaves the new one in\n")
            .Append("`artifacts`. How the keys work together tells [scenarios.md](scenarios.md); what a fault does,\n")
            .Append("[faults.md](faults.md). `[]` stands for each member of a list. A key without a default may be\n")
            .Append("left out unless it is marked as needed.\n");
        var keys = schema["properties"]!.AsObject();
        WriteSection("The file", [.. keys.Where(k => !HasSection(k.Value!)).Select(k => (k.Key, k.Value!))], schema);
        foreach (var (key, value) in keys.Where(k => HasSection(k.Value!)))
        {
            WriteSection(key, [(key, value!)], schema);
        }

        foreach (var (name, definition) in schema["$defs"]!.AsObject())
        {
            WriteSection(name, [(name, definition!)], schema);
        }
    }

    private void WriteSection(string title, IReadOnlyList<(string Key, JsonNode Schema)> keys, JsonObject whole)
    {
        _page.Append($"\n## {title}\n\n| key | what for | value | default |\n|---|---|---|---|\n");
        foreach (var (key, schema) in keys)
        {
            WriteKey(key, schema.AsObject(), IsNeeded(whole, key));
        }
    }

    private void WriteKey(string path, JsonObject schema, bool isNeeded)
    {
        var (sentence, allowed) = SentenceOf(schema);
        var value = allowed ?? ValueOf(schema);
        var standard = schema["default"] is { } set ? $"`{set.ToJsonString().Trim('"')}`" : isNeeded ? "needed" : "";
        _page.Append($"| `{path}` | {Cell(sentence)} | {Cell(value)} | {Cell(standard)} |\n");
        WriteBelow(path, schema);
    }

    private void WriteBelow(string path, JsonObject schema)
    {
        var (at, below) = schema["items"] is JsonObject items ? ($"{path}[]", items) : (path, schema);
        foreach (var word in Forms(below).Where(f => f["const"] is not null))
        {
            var sentence = Cell(SentenceOf(word).Sentence);
            _page.Append($"| `{at}: {word["const"]}` | {sentence} | the word alone | |\n");
        }

        foreach (var (key, value) in below["properties"]?.AsObject() ?? [])
        {
            WriteKey($"{at}.{key}", value!.AsObject(), IsNeeded(below, key));
        }

        foreach (var form in Forms(below).Where(f => f["const"] is null))
        {
            WriteBelow(at, form);
        }
    }

    private static IEnumerable<JsonObject> Forms(JsonObject schema) =>
        schema["anyOf"]?.AsArray().Select(f => f!.AsObject()) ?? [];

    private static bool HasSection(JsonNode schema) => schema["properties"] is not null || schema["items"] is not null;

    private static bool IsNeeded(JsonObject schema, string key) =>
        schema["required"]?.AsArray().Any(r => (string?)r == key) ?? false;

    private static (string Sentence, string? Allowed) SentenceOf(JsonObject schema)
    {
        var text = $" {schema["description"]}";
        var at = text.IndexOf(AllowedMark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + AllowedMark.Length)..].TrimEnd('.'));
    }

    private static string ValueOf(JsonObject schema) => schema switch
    {
        _ when schema["$ref"] is { } target => LinkOf((string)target!),
        _ when schema["enum"] is JsonArray values => string.Join(", ", values.Select(v => $"`{v}`")),
        _ when schema["anyOf"] is not null => string.Join(", or ", Forms(schema).Select(FormOf).Distinct()),
        _ when schema["items"] is JsonObject items => $"list{Range(schema, "Items", "")}: {ValueOf(items)}",
        _ when schema["properties"] is not null => "mapping",
        _ when (schema["type"] as JsonValue)?.ToString() is "integer" => $"whole number{Range(schema, "imum", "")}",
        _ when (schema["type"] as JsonValue)?.ToString() is "number" => $"number{Range(schema, "imum", "")}",
        _ when schema["maxLength"] is not null => $"text{Range(schema, "Length", " characters")}",
        _ when (schema["type"] as JsonValue)?.ToString() is "object" => "mapping of any keys",
        _ => "text",
    };

    private static string FormOf(JsonObject form) =>
        form["const"] is not null ? "a word below" : SentenceOf(form).Allowed ?? ValueOf(form);

    private static string LinkOf(string target)
    {
        var name = target.Split('/')[^1];
        return $"[{name}](#{name})";
    }

    private static string Range(JsonObject schema, string what, string unit)
    {
        var (least, most) = (schema[$"min{what}"]?.ToString(), schema[$"max{what}"]?.ToString());
        return (least, most) switch
        {
            (null, null) => "",
            (null, _) => $", up to {most}{unit}",
            (_, null) => $", {least}{unit} or more",
            _ => $", {least} to {most}{unit}",
        };
    }

    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();
}
