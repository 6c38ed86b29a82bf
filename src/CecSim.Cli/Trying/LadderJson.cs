using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CecSim.Simulation.Calls;

namespace CecSim.Cli.Trying;

/// <summary>Trials for programs: an array, with the body of every answer. Times are in seconds.</summary>
internal static class LadderJson
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(IEnumerable<Trial> trials) =>
        new JsonArray([.. trials.Select(Of)]).ToJsonString(Readable);

    private static JsonNode Of(Trial trial) => new JsonObject
    {
        ["scenario"] = trial.Scenario.Name,
        ["profile"] = trial.Scenario.Space.Profile.Name,
        ["seed"] = trial.Scenario.Space.Seed,
        ["rule"] = trial.RuleNumber,
        ["media"] = trial.Call is null ? null : trial.Call.Media == MediaAbility.Video ? "video" : "voice",
        ["userId"] = trial.Call?.UserId,
        ["channelId"] = trial.Call?.ChannelId,
        ["requests"] = new JsonArray([.. trial.Rungs.Select(Of)]),
        ["outcome"] = trial.Outcome,
        ["sound"] = trial.IsSound,
    };

    public static JsonNode Of(Rung rung) => new JsonObject
    {
        ["sentAt"] = rung.SentAt.TotalSeconds,
        ["answeredAt"] = rung.AnsweredAt.TotalSeconds,
        ["method"] = rung.Method,
        ["operation"] = rung.Operation,
        ["status"] = rung.Status,
        ["body"] = rung.Body?.DeepClone(),
        ["note"] = rung.Note,
    };
}
