using CecSim.Server.Persistence;

namespace CecSim.Cli;

/// <summary>Where <c>serve</c> keeps its spaces beyond its end.</summary>
internal static class PersistOptions
{
    private static readonly Option<string?> Folder = new("--persist")
    {
        Description = "Keep spaces in this folder: what was answered outlives the end of the server, kill -9 as well.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Sync = new Option<string>("--persist-sync")
    {
        Description = "When an answer may leave: once what it answers is on the disk, together with others (group) or "
            + "by itself (each), or in the operating system's hands, which outlives no power cut (none).",
        DefaultValueFactory = _ => WordOf(PersistSync.Group),
    }.AcceptOnlyFromAmong([.. Enum.GetValues<PersistSync>().Select(WordOf)]);

    public static void AddTo(Command serve)
    {
        serve.Add(Folder);
        serve.Add(Sync);
    }

    /// <returns>Null where they end with the server.</returns>
    public static PersistSettings? Of(ParseResult parsed) => parsed.GetValue(Folder) is { } folder
        ? new PersistSettings(folder) { Sync = Enum.Parse<PersistSync>(parsed.GetValue(Sync)!, ignoreCase: true) }
        : null;

    private static string WordOf(PersistSync sync) => sync.ToString().ToLowerInvariant();
}
