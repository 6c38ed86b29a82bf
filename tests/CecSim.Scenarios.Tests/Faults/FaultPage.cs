using System.Globalization;
using System.Text;

namespace CecSim.Scenarios.Tests.Faults;

/// <summary>docs/fault-reference.md, made from the shape that reads faults.</summary>
internal static class FaultPage
{
    public const string File = "docs/fault-reference.md";
    private const string AllowedMark = " Allowed: ";

    public static string Make()
    {
        var page = new StringBuilder("# Every fault\n\n")
            .Append("Made from what reads them; a test fails when this page is stale, and leaves the new one in\n")
            .Append("`artifacts`. How faults are counted, when they strike and what they do to events:\n")
            .Append("[faults.md](faults.md).\n\n")
            .Append("| `inject` | what happens |\n|---|---|\n");
        foreach (var form in FaultForms.All)
        {
            page.Append($"| [`{form.Word}`](#{form.Word.ToLowerInvariant()}) | {SentenceOf(form)} |\n");
        }

        foreach (var form in FaultForms.All)
        {
            WriteSection(page, form);
        }

        page.Append("\n## All of them in a scenario\n\n")
            .Append("```yaml\nname: every-fault\nabout: What can go wrong.\nfaults:\n");
        foreach (var form in FaultForms.All)
        {
            page.Append($"  - {InScenario(form)}\n");
        }

        return page.Append("```\n").ToString();
    }

    private static void WriteSection(StringBuilder page, Form<Fault> form)
    {
        var rule = FaultForms.ExampleRule(form);
        page.Append($"\n## {form.Word}\n\n{SentenceOf(form)}\n\n");
        if (form.ToSchema() is { } schema)
        {
            page.Append($"- value: {(form.Bare is null ? "" : "none, or ")}{ValueOf(schema)}\n");
            WriteKeys(page, schema, "  ");
        }

        page.Append($"- at: {PlaceOf(rule.Inject.Place)}\n")
            .Append($"- in a scenario: `{InScenario(form)}`\n")
            .Append("- by the control API: `POST …/faults` with ")
            .Append($"`{ScenarioParts.Write(rule).ToJsonString()}`\n");
    }

    private static string SentenceOf(Form<Fault> form) => Sentences.Of(FaultForms.Sentence(form));

    private static string InScenario(Form<Fault> form) =>
        $"{{ at: {FaultForms.ExampleRule(form).At.Word()}, inject: {FaultForms.Example(form)} }}";

    private static string PlaceOf(FaultPlace place)
    {
        var there = VendorOperations.All.Where(place.Covers).ToList();
        var elsewhere = VendorOperations.All.Except(there).ToList();
        return elsewhere.Count < there.Count ? $"every operation but {Words(elsewhere)}" : Words(there);
    }

    private static string Words(IEnumerable<VendorOperation> operations) =>
        string.Join(", ", operations.Select(o => $"`{o.Word}`"));

    private static void WriteKeys(StringBuilder page, JsonObject schema, string indent)
    {
        foreach (var (key, value) in schema["properties"]?.AsObject() ?? [])
        {
            var (about, isNeeded) = ($"{value!["description"]}", IsNeeded(schema, key));
            page.Append($"{indent}- `{key}`{(isNeeded ? ", needed" : "")}: {about.Split(AllowedMark)[0]} ")
                .Append(CultureInfo.InvariantCulture, $"{Sentences.Of(ValueOf(value.AsObject()))}.\n");
            WriteKeys(page, value.AsObject(), indent + "  ");
        }

        foreach (var form in schema["anyOf"]?.AsArray() ?? [])
        {
            WriteKeys(page, form!.AsObject(), indent);
        }
    }

    private static bool IsNeeded(JsonObject schema, string key) =>
        schema["required"]?.AsArray().Any(k => (string?)k == key) ?? false;

    private static string ValueOf(JsonObject schema) => schema switch
    {
        _ when schema["anyOf"] is JsonArray forms =>
            string.Join(", or ", forms.Select(f => ValueOf(f!.AsObject())).Distinct()),
        _ when schema["maxProperties"] is not null => "a mapping with one of these keys",
        _ when schema["properties"] is not null => "a mapping of these keys",
        _ when schema["minimum"] is { } least =>
            $"a{((string?)schema["type"] == "integer" ? " whole" : "")} number, {least} to {schema["maximum"]}",
        _ when schema["maxLength"] is { } most =>
            $"text of {schema["minLength"]} to {most} characters{PatternOf(schema)}",
        _ => $"{schema["description"]}".Split(AllowedMark)[^1].TrimEnd('.'),
    };

    // That it is not blank goes without saying.
    private static string PatternOf(JsonObject schema) =>
        schema["pattern"] is { } pattern && $"{pattern}" != @"\S" ? $" that match `{pattern}`" : "";
}
