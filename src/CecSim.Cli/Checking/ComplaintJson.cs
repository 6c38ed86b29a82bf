using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CecSim.Scenarios;

namespace CecSim.Cli.Checking;

/// <summary>Complaints for programs: an array, empty when all is well. What a complaint lacks is left out.</summary>
internal static class ComplaintJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<Complaint> complaints) =>
        new JsonArray([.. complaints.Select(Of)]).ToJsonString(Readable);

    private static JsonNode Of(Complaint complaint)
    {
        var json = new JsonObject { ["file"] = complaint.File };
        if (complaint.Line > 0)
        {
            json["line"] = complaint.Line;
            json["column"] = complaint.Column;
        }

        if (complaint.IsWarning)
        {
            json["level"] = "warning";
        }

        json["message"] = complaint.Message;
        AddIfSaid(json, "allowed", complaint.Allowed);
        AddIfSaid(json, "didYouMean", complaint.DidYouMean);
        return json;
    }

    private static void AddIfSaid(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }
}
