namespace CecSim.Cli.Tests;

/// <summary>docs/verbs.md, made from the commands themselves.</summary>
internal static class VerbsPage
{
    public const string File = "docs/verbs.md";

    public static string Of(RootCommand root)
    {
        var page = new StringBuilder(
            """
            # Every verb and option of cecsim

            Made from the commands themselves; a test fails when this page is stale, and leaves the new one in
            `artifacts`. [cli.md](cli.md) shows them at work, [running-a-server.md](running-a-server.md) tells what a
            server needs.

            """);
        foreach (var command in root.Subcommands)
        {
            Write(page, $"cecsim {command.Name}", command, "##");
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, string name, Command command, string heading)
    {
        page.Append($"\n{heading} {name}\n\n{command.Description}\n");
        var rows = command.Arguments.Select(a => Row(a.Name, a.Description, DefaultOf(a)))
            .Concat(command.Options.Where(o => !o.Hidden).Select(o => Row(NameOf(o), o.Description, DefaultOf(o))))
            .ToList();
        if (rows.Count > 0)
        {
            page.Append($"\n| | what for | default |\n|---|---|---|\n{string.Concat(rows)}");
        }

        foreach (var below in command.Subcommands)
        {
            Write(page, $"{name} {below.Name}", below, "###");
        }
    }

    private static string NameOf(Option option) =>
        option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static string Row(string name, string? description, string standard) =>
        $"| `{name.Replace("|", "\\|", StringComparison.Ordinal)}` | "
        + $"{description?.Replace("|", "\\|", StringComparison.Ordinal)} | {standard} |\n";

    private static string DefaultOf(Argument argument) => argument switch
    {
        _ when TellsItself(argument) => "",
        { HasDefaultValue: true } => Text(argument.GetDefaultValue()),
        _ => "",
    };

    private static string DefaultOf(Option option) => option switch
    {
        { Required: true } => "needed",
        _ when TellsItself(option) => "",
        { HasDefaultValue: true } => Text(option.GetDefaultValue()),
        _ => "",
    };

    // What holds unless it is given may come from the environment, which is no matter of a page.
    private static bool TellsItself(Symbol symbol) =>
        symbol.Description?.Contains("unless given", StringComparison.Ordinal) ?? false;

    private static string Text(object? value) => value switch
    {
        null or false or "" => "",
        System.Collections.ICollection { Count: 0 } => "",
        System.Collections.IEnumerable all and not string => $"`{string.Join(' ', all.Cast<object>())}`",
        TimeSpan time => $"`{time.TotalSeconds:0}s`",
        IFormattable number => $"`{number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };
}
