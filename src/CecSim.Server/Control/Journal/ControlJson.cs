using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CecSim.Server.Control.Findings;

namespace CecSim.Server.Control.Journal;

/// <summary>The bodies of journal and findings: camel case, what is null left out, characters as themselves.</summary>
[JsonSerializable(typeof(JournalPageBody))]
[JsonSerializable(typeof(ExplanationBody))]
[JsonSerializable(typeof(ClaimBody))]
[JsonSerializable(typeof(VerdictBody))]
[JsonSerializable(typeof(HarBody))]
[JsonSerializable(typeof(FindingsBody))]
[JsonSerializable(typeof(AllFindingsBody))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    public static ControlJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
