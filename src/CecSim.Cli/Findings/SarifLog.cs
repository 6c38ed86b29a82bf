using System.Security.Cryptography;
using System.Text.Encodings.Web;

namespace CecSim.Cli.Findings;

/// <summary>A log of SARIF 2.1.0 with one run, and what GitHub code scanning demands beyond the standard.</summary>
internal static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>A server tells of its own version; the tool has no other page.</summary>
    private const string InformationUri = $"{CecSimArgs.DefaultUrl}/_cecsim/openapi/control.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<JsonObject> rules, IEnumerable<JsonObject> results) => new JsonObject
    {
        ["$schema"] = Schema,
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "CecSim",
                    ["version"] = ProductVersion.Text,
                    ["informationUri"] = InformationUri,
                    ["rules"] = ArrayOf(rules),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = ArrayOf(results),
        }),
    }.ToJsonString(Indented);

    /// <param name="file">Relative to the root of the checkout, as a tool is started there.</param>
    /// <param name="line">From 1.</param>
    public static JsonObject Place(string file, int line, int column = 1) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(file) },
            ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = column },
        },
    };

    /// <summary>By which the same result is known again in a later run.</summary>
    public static JsonObject Fingerprints(params ReadOnlySpan<string> parts) => new()
    {
        ["cecsim/v1"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)))),
    };

    public static JsonObject TextOf(string text) => new() { ["text"] = text };

    public static JsonArray ArrayOf(IEnumerable<JsonObject> nodes) => new([.. nodes]);

    private static string UriOf(string file) => Path.IsPathFullyQualified(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
