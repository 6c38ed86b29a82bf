using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CecSim.Fidelity;

/// <summary>The claims as the product carries them, for <c>cecsim fidelity</c> and the control API.</summary>
internal static class FidelityData
{
    public const string File = "src/CecSim.Server/Fidelity/fidelity.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(
        IReadOnlyList<Chapter> chapters,
        IReadOnlyList<ShowingTest> tests,
        IReadOnlyDictionary<string, Falsified> falsified)
    {
        var byClaim = ShowingTests.ByClaim(tests);
        var standings = new Standings(byClaim, falsified);
        var claims =
            from chapter in chapters
            from claim in chapter.Claims
            select (JsonNode)new JsonObject
            {
                ["id"] = claim.Id,
                ["section"] = chapter.Section,
                ["title"] = chapter.Title[(chapter.Section.Length + 1)..],
                ["kind"] = claim.Kind,
                ["claim"] = claim.Text,
                ["basis"] = claim.Basis,
                ["against"] = claim.Against,
                ["observable"] = claim.Observable,
                ["standing"] = JsonNamingPolicy.CamelCase.ConvertName(standings.Of(claim).ToString()),
                ["tests"] = new JsonArray([.. byClaim[claim.Id].Select(t => (JsonNode)t.Name)]),
            };
        return new JsonArray([.. claims]).ToJsonString(Readable) + "\n";
    }
}
