using System.Text.Encodings.Web;
using CecSim.Simulation.Calls;

namespace CecSim.Cli.DryRuns;

/// <summary>Trials for programs: an array, with the body of every answer. Times are in seconds.</summary>
internal static class LadderJson
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<DryRun> trials) =>
        new JsonArray([.. trials.Select(Of)]).ToJsonString(Readable);

    private static JsonNode Of(DryRun run) => new JsonObject
    {
        ["scenario"] = run.Scenario.Name,
        ["profile"] = run.Scenario.Space.Profile.Name,
        ["seed"] = run.Scenario.Space.Seed,
        ["rule"] = run.RuleNumber,
        ["media"] = run.Call is null ? null : run.Call.Media == MediaAbility.Video ? "video" : "voice",
        ["userId"] = run.Call?.UserId,
        ["channelId"] = run.Call?.ChannelId,
        ["requests"] = new JsonArray([.. run.Rows.Select(Of)]),
        ["outcome"] = run.Outcome,
        ["sound"] = run.IsSound,
    };

    public static JsonNode Of(LadderRow row) => new JsonObject
    {
        ["sentAt"] = row.SentAt.TotalSeconds,
        ["answeredAt"] = row.AnsweredAt.TotalSeconds,
        ["method"] = row.Method,
        ["operation"] = row.Operation,
        ["status"] = row.Status,
        ["body"] = row.Body?.DeepClone(),
        ["note"] = row.Note,
    };
}
