namespace CecSim.Cli.Completions;

/// <summary>
/// <c>cecsim completions</c>: what a shell has to know to complete command lines. Each of its scripts asks cecsim
/// itself for the words, by its directive <c>[suggest]</c>, so that no list of them can be stale.
/// </summary>
internal static class CompletionsCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "pwsh"];

    private static readonly Argument<string> Shell = new Argument<string>("SHELL")
    {
        Description = "bash, zsh or pwsh.",
    }.AcceptOnlyFromAmong(Shells);

    public static Command Create()
    {
        var command = new Command(
            "completions", "Prints a script by which a shell completes cecsim's verbs, options and names.") { Shell };
        command.SetAction(parsed =>
        {
            parsed.Terminal.Output.Write(ScriptOf(parsed.GetValue(Shell)!));
            return ExitCodes.Success;
        });
        return command;
    }

    private static string ScriptOf(string shell)
    {
        using var script = typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"completions/{shell}")!;
        using var reader = new StreamReader(script, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
