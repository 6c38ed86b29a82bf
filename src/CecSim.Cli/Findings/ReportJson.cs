using System.Text.Json.Serialization;

namespace CecSim.Cli.Findings;

[JsonSerializable(typeof(AllReports))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    public static ReportJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
