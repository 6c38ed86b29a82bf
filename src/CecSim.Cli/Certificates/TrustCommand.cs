using CecSim.Server.Certificates;

namespace CecSim.Cli.Certificates;

/// <summary>
/// <c>cecsim certs trust</c> and <c>untrust</c>: the development CA goes where this machine's programs look for whom
/// they trust, and away again. Each thing that is done is a line.
/// </summary>
internal static class TrustCommand
{
    private const string SystemName = "system";
    private const string BrowserName = "browser";

    private static readonly Option<string[]> Stores = new Option<string[]>("--store")
    {
        Description = "Where: system, for curl, Python, .NET and whatever asks OpenSSL, or browser, for Chromium and "
            + "Chrome of this user; may be repeated. Both unless given.",
    }.AcceptOnlyFromAmong(SystemName, BrowserName);

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only says what it would do.",
    };

    public static Command CreateTrust() => Create(
        "trust", "Has this machine trust the certificates of cecsim, until untrust.", isTrusted: true);

    public static Command CreateUntrust() => Create("untrust", "Takes back what trust did.", isTrusted: false);

    private static Command Create(string name, string description, bool isTrusted)
    {
        var command = new Command(name, description) { Stores, DryRun };
        command.SetAction((parsed, ends) => RunAsync(parsed, isTrusted, ends));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool isTrusted, CancellationToken ends)
    {
        var terminal = parsed.Terminal;
        var folder = LocalAuthority.FolderOf(terminal.Variable);
        if (isTrusted && !IsThere(folder, terminal))
        {
            return ExitCodes.Failed;
        }

        if (LocalAuthority.ReadForClients(folder) is not { } authority)
        {
            terminal.Output.WriteLine($"There is no CA in {folder}, so nobody trusts it.");
            return ExitCodes.Success;
        }

        using (authority)
        {
            var steps = new TrustSteps(terminal, parsed.GetValue(DryRun), ends);
            var named = parsed.GetValue(Stores) is { Length: > 0 } some ? some : [SystemName, BrowserName];
            var exitCode = ExitCodes.Success;
            foreach (var store in named.Distinct())
            {
                var complaint = (store, isTrusted) switch
                {
                    (SystemName, true) => await SystemStore.AddAsync(authority, steps),
                    (SystemName, false) => await SystemStore.RemoveAsync(authority, steps),
                    (_, true) => await BrowserStore.AddAsync(authority, steps),
                    (_, false) => await BrowserStore.RemoveAsync(authority, steps),
                };
                exitCode = complaint is null ? exitCode : terminal.Refuse($"{store}: {complaint}", ExitCodes.Failed);
            }

            return exitCode;
        }
    }

    // Made as serve makes it, so that it can be trusted before the first start.
    private static bool IsThere(string folder, Terminal terminal)
    {
        using var made = LocalAuthority.Open(folder, TimeProvider.System);
        foreach (var warning in made.Warnings)
        {
            terminal.Error.WriteLine($"cecsim: {warning}");
        }

        return made.IsKept;
    }
}
