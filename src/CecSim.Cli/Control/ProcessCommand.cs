namespace CecSim.Cli.Control;

/// <summary><c>cecsim process</c>: what a server costs its machine, and what went wrong in it.</summary>
internal static class ProcessCommand
{
    private static readonly Option<bool> Collect = new("--collect")
    {
        Description = "After all its garbage is gone, so that two readings compare.",
    };

    public static Command Create() =>
        new Command("process", "What a server costs its machine, and what went wrong in it.") { Collect }
            .OfServer()
            .Does(ShowAsync);

    private static async Task<int> ShowAsync(ControlRun run) => run.Show(
        await run.Server.ReadProcessAsync(run.Value(Collect), run.Ends),
        AnswerJson.Contract.ServerProcess,
        TextOf);

    private static string TextOf(ServerProcess process) =>
        TableWriter.Facts(
            ("managed", Megabytes(process.ManagedBytes)),
            ("resident", Megabytes(process.ResidentBytes)),
            ("threads", TableWriter.Number(process.Threads)),
            ("pending work", TableWriter.Number(process.PendingWork)),
            ("processor time", string.Create(
                CultureInfo.InvariantCulture, $"{process.CpuMilliseconds / 1000.0:0.###} s")),
            ("held polls", TableWriter.Number(process.HeldPolls)),
            ("SIP calls", TableWriter.Number(process.Gateway.SipCalls)),
            ("SIP transactions", TableWriter.Number(process.Gateway.SipTransactions)),
            ("SIP timers", TableWriter.Number(process.Gateway.SipTimers)),
            ("calls with media", TableWriter.Number(process.Gateway.MediaCalls)),
            ("half-open handshakes", TableWriter.Number(process.Gateway.HalfOpenHandshakes)))
        + "\n"
        + TableWriter.Of(
            ["FAILED", "COUNT", "WHY"],
            process.Failures.Select(f => (string?[])[f.Place, TableWriter.Number(f.Count), f.Why]),
            "Nothing failed inside.")
        + (process.Nuisances.Count == 0 ? "" : "\n" + TableWriter.Of(
            ["PASSED OVER", "COUNT", "WHAT"],
            process.Nuisances.Select(n => (string?[])[n.Name, TableWriter.Number(n.Count), n.Description]),
            whenEmpty: ""));

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MiB");
}
