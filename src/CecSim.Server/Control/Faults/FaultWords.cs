using System.Globalization;
using System.Text.Json.Nodes;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>Faults as a scenario writes them.</summary>
internal static class FaultWords
{
    public static JsonObject Of(FaultWhen when) => Map(
        ("nth", when.Nth),
        ("every", when.Every),
        ("first", when.First),
        ("probability", when.Probability),
        ("after", TextOf(when.After)),
        ("for", TextOf(when.For)));

    public static JsonObject Of(FaultMatch match) => Map(("userId", match.UserId), ("channel", match.Channel));

    public static JsonNode Of(Fault fault) => fault switch
    {
        Delay f => Map(("delay", Of(f.For))),
        StatusAnswer { Body: null } f => Map(("status", f.Code)),
        StatusAnswer f => Map(("status", Map(("code", f.Code), ("body", f.Body)))),
        ResultCodeAnswer { Desc: null } f => Map(("resultCode", f.Code)),
        ResultCodeAnswer f => Map(("resultCode", Map(("code", f.Code), ("desc", f.Desc)))),
        TooManyRequests { RetryAfter: { } wait } =>
            Map(("tooManyRequests", Map(("retryAfter", TextOf(wait))))),
        Dribble f => Map(("dribble", Map(("chunks", f.Chunks), ("over", TextOf(f.Over))))),
        LateEvent f => Map(("lateEvent", TextOf(f.By))),

        // The faults that have no settings are a name and no more.
        _ => FaultNames.Of(fault),
    };

    private static JsonNode Of(DelayTime time) => time switch
    {
        DelayTime.Fixed t => TextOf(t.Time),
        DelayTime.Uniform t => Map(("uniform", Map(("min", TextOf(t.Range.Min)), ("max", TextOf(t.Range.Max))))),
        DelayTime.LogNormal t => Map(
            ("logNormal", Map(("median", TextOf(t.Median)), ("sigma", t.Sigma), ("max", TextOf(t.Max))))),
        _ => throw new InvalidOperationException($"No words for {time}."),
    };

    // What is not set is not written.
    private static JsonObject Map(params ReadOnlySpan<(string Key, JsonNode? Value)> entries)
    {
        var map = new JsonObject();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                map[key] = value;
            }
        }

        return map;
    }

    private static string? TextOf(TimeSpan? time) => time is { } known ? TextOf(known) : null;

    private static string TextOf(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds}ms");
}
