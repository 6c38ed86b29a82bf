namespace CecSim.Cli.Control;

/// <summary><c>cecsim latency</c>: how late events were, as the server itself saw it.</summary>
internal static class LatencyCommand
{
    public static Command Create() =>
        new Command("latency", "How late events of all spaces were since the server started, by its own clock.")
            .OfServer()
            .Does(async run => run.Show(
                await run.Server.ReadLatencyAsync(run.Ends),
                AnswerJson.Contract.ServerLatency,
                latency => TextOf(latency.Events)));

    private static string TextOf(LatencyCounts events) => events.Count == 0
        ? "No event has gone out yet.\n"
        : TableWriter.Facts(
            ("events", TableWriter.Number(events.Count)),
            ("mean", Text(TimeSpan.FromMicroseconds((double)events.SumMicroseconds / events.Count))),
            ("50 %", Text(events.Within(0.5))),
            ("90 %", Text(events.Within(0.9))),
            ("99 %", Text(events.Within(0.99))),
            ("longest", Text(events.Within(1))));

    private static string? Text(TimeSpan? time) => time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalMilliseconds:0.###} ms")
        : null;
}
