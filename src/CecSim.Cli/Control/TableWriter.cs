using Spectre.Console;

namespace CecSim.Cli.Control;

/// <summary>Tables for people: as wide as the terminal, as wide as they need be in a file or a pipe.</summary>
internal static class TableWriter
{
    private const int GapColumns = 2;

    // A file or a pipe is as wide as need be.
    private static Func<int> _width = () => 10_000;

    /// <summary>From now on tables are as wide as the terminal of this process.</summary>
    public static void FitTerminal() => _width = () => AnsiConsole.Profile.Width;

    /// <summary>How wide a line may be.</summary>
    public static int Columns => _width();

    /// <param name="whenEmpty">What to say when there is no row.</param>
    public static string Of(string[] headings, IEnumerable<string?[]> rows, string whenEmpty)
    {
        var table = Empty();
        foreach (var heading in headings)
        {
            table.AddColumn(Column(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Cell));
        }

        return table.Rows.Count == 0 ? whenEmpty + "\n" : Write(table);
    }

    /// <summary>One thing, a line for each of its sides; those that it lacks are left out.</summary>
    public static string Facts(params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        var table = Empty().HideHeaders();
        table.AddColumn(Column(Text.Empty)).AddColumn(Column(Text.Empty));
        foreach (var (name, value) in facts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                table.AddRow(Cell(name), Cell(value));
            }
        }

        return Write(table);
    }

    public static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    public static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static Table Empty() => new Table().Border(TableBorder.None);

    private static TableColumn Column(Text heading) => new TableColumn(heading).PadLeft(0).PadRight(GapColumns);

    /// <summary>Text of others in one line: who calls chooses the own name, and it must not make lines of its own.
    /// </summary>
    public static string Line(string text) =>
        VisibleText.Line(string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)));

    private static Text Cell(string? text) => new(Line(text ?? ""));

    private static string Write(Table table)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = _width();
        console.Write(table);
        return string.Concat(writer.ToString().TrimEnd('\n').Split('\n').Select(l => l.TrimEnd() + "\n"));
    }
}
