using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Scenarios.Tests.Faults;

/// <summary>Values, as JSON, that a schema of the shapes allows as far as its keywords say so.</summary>
internal static class SchemaValues
{
    private static readonly Gen<string> Duration =
        from count in Gen.OneOf(Gen.Choose(1, 9), Gen.Choose(1, 999), Gen.Choose(1, 86_400))
        from decimals in Gen.Elements("", "", ".5", ".0001")
        from unit in Gen.Elements("ms", "s", "m", "h")
        select $"{count}{decimals}{unit}";

    // What YAML could take for something else, and what a shape for one kind of text asks for.
    private static readonly Gen<string> Text = Gen.OneOf(
        Duration,
        Gen.Elements(
            "", "13", "007", "1e3", "no", "true", "~", "null", "a: b", "- x", "#", "呼叫", "\"q\"", "{ }", "a b",
            "line\nline", "text/html", "text/html; charset=GBK"));

    public static Gen<string> Of(JsonObject schema) => schema switch
    {
        _ when schema["const"] is { } word => Gen.Constant(word.ToJsonString()),
        _ when schema["enum"] is JsonArray words => Gen.Elements(words.Select(w => w!.ToJsonString())),
        _ when schema["anyOf"] is JsonArray forms => Gen.OneOf(forms.Select(f => Of(f!.AsObject()))),
        _ when schema["properties"] is JsonObject keys => Mapping(schema, keys),
        _ when (string?)(schema["type"] as JsonValue) is "integer" => Number(schema, isWhole: true),
        _ when (string?)(schema["type"] as JsonValue) is "number" => Number(schema, isWhole: false),
        _ => TextOf(schema),
    };

    private static Gen<string> Mapping(JsonObject schema, JsonObject keys)
    {
        var hasOneKey = (int?)schema["maxProperties"] == 1;
        var needed = schema["required"]?.AsArray().Select(k => (string)k!).ToHashSet() ?? [];
        var entries = keys.Select(k => Of(k.Value!.AsObject()).Select(v => $"\"{k.Key}\":{v}")).ToList();
        var isThere = keys.Select(k => needed.Contains(k.Key) ? Gen.Constant(true) : Gen.Elements(true, false));
        return hasOneKey
            ? Gen.OneOf(entries).Select(e => $"{{{e}}}")
            : from all in Gen.CollectToList(entries)
              from there in Gen.CollectToList(isThere)
              select $"{{{string.Join(',', all.Where((_, i) => there[i]))}}}";
    }

    private static Gen<string> Number(JsonObject schema, bool isWhole)
    {
        var (least, most) = (Limit(schema, "minimum"), Limit(schema, "maximum"));
        return isWhole
            ? Gen.Choose((int)least, (int)most).Select(n => $"{n}")
            : Gen.Choose(0, 1_000_000).Select(n => JsonValue.Create(least + ((most - least) * n / 1e6)).ToJsonString());
    }

    private static double Limit(JsonObject schema, string word) =>
        double.Parse($"{schema[word]}", CultureInfo.InvariantCulture);

    private static Gen<string> TextOf(JsonObject schema)
    {
        var (least, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? int.MaxValue);
        var pattern = new Regex((string?)schema["pattern"] ?? "", RegexOptions.None, TimeSpan.FromSeconds(1));
        var texts = Text.Where(t => t.Length >= least && t.Length <= most && pattern.IsMatch(t));

        // Of a narrow range few would be drawn by luck.
        return (schema["examples"] is JsonArray examples
                ? Gen.OneOf(texts, Gen.Elements(examples.Select(e => (string)e!)))
                : texts)
            .Select(t => JsonValue.Create(t).ToJsonString());
    }
}
