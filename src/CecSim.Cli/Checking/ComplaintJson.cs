using System.Text.Encodings.Web;

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

    public static string Of(IEnumerable<Diagnostic> complaints) =>
        new JsonArray([.. complaints.Select(Of)]).ToJsonString(Readable);

    private static JsonNode Of(Diagnostic diagnostic)
    {
        var json = new JsonObject { ["file"] = diagnostic.File };
        if (diagnostic.Line > 0)
        {
            json["line"] = diagnostic.Line;
            json["column"] = diagnostic.Column;
        }

        if (diagnostic.IsWarning)
        {
            json["level"] = "warning";
        }

        json["message"] = diagnostic.Message;
        AddIfSaid(json, "allowed", diagnostic.Allowed);
        AddIfSaid(json, "didYouMean", diagnostic.DidYouMean);
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
