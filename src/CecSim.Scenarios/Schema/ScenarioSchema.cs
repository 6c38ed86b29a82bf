using System.Text.Encodings.Web;
using System.Text.Json;
using CecSim.Scenarios.Calls;
using CecSim.Scenarios.Ivr;

namespace CecSim.Scenarios.Schema;

/// <summary>What a scenario file may say, as a JSON Schema for editors, from the shapes that read it.</summary>
public static class ScenarioSchema
{
    public const string FileName = "scenario.schema.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text { get; } = Whole().ToJsonString(Readable) + "\n";

    private static JsonObject Whole()
    {
        var schema = ScenarioShape.Whole.ToSchema();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "CecSim scenario");
        schema.Insert(2, "description", "A tenant space to build, what its calls see, and what goes wrong on purpose.");
        schema["$defs"] = new JsonObject
        {
            ["step"] = StepShape.Step.ToSchema(),
            ["steps"] = ScriptShape.Steps.ToSchema(),
            ["flow"] = IvrShape.List.ToSchema(),
        };
        schema["examples"] = new JsonArray(Example());
        return schema;
    }

    private static JsonObject Example() => new()
    {
        ["name"] = "agent-hangs-up",
        ["about"] = "The call is connected at once, and the agent hangs up after four seconds.",
        ["calls"] = new JsonArray(new JsonObject
        {
            ["script"] = new JsonArray("connected", new JsonObject { ["wait"] = "4s" }, "released"),
        }),
    };
}
