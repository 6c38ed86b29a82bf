namespace CecSim.Cli;

/// <summary>
/// Where a run of the tool reads and writes, and which variables it sees. It is the one way out for all that is
/// printed, on both streams: what clients and files have put into it can neither steer a terminal nor give commands to
/// a CI system. Whoever colours text, or means such a command, escapes the others' part of it and uses
/// <see cref="StyledOutput"/> and <see cref="StyledError"/>.
/// </summary>
internal sealed class Terminal : InvocationConfiguration
{
    /// <summary>
    /// Who is interrupted has so long to say goodbye, to a gateway or to clients, before the process ends.
    /// </summary>
    private static readonly TimeSpan FarewellMax = TimeSpan.FromSeconds(15);

    public Terminal(TextWriter output, TextWriter error)
    {
        ProcessTerminationTimeout = FarewellMax;
        (StyledOutput, StyledError) = (output, error);
        Output = TextWriter.Synchronized(new Guarded(output));
        Error = TextWriter.Synchronized(new Guarded(error));
    }

    /// <summary>For text that steers on purpose.</summary>
    public TextWriter StyledOutput { get; }

    /// <summary>For text that steers on purpose.</summary>
    public TextWriter StyledError { get; }

    /// <summary>Standard input as text.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Standard input as it is.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output for what is no text.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>A file or a pipe gets no colour, nor does who asked for none (no-color.org).</summary>
    public bool ColoursErrors { get; init; }

    /// <summary>
    /// That of this process. From now on whatever writes to the console goes this way, libraries and logs too.
    /// </summary>
    public static Terminal OfProcess()
    {
        var terminal = new Terminal(Console.Out, Console.Error)
        {
            Input = Console.In,
            OpenInput = Console.OpenStandardInput,
            OpenOutput = Console.OpenStandardOutput,
            Variable = Environment.GetEnvironmentVariable,
            ColoursErrors = !Console.IsErrorRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
        if (!Console.IsOutputRedirected)
        {
            TableWriter.FitTerminal();
        }

        Console.SetOut(terminal.Output);
        Console.SetError(terminal.Error);
        return terminal;
    }

    /// <summary>Says on standard error what is wrong.</summary>
    public int Refuse(string text, int exitCode = ExitCodes.WrongInput)
    {
        Error.WriteLine($"cecsim: {text}");
        return exitCode;
    }

    /// <summary>Whole lines, each looked at before it leaves.</summary>
    internal sealed class Guarded(TextWriter inner) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value)
        {
            if (value == '\n')
            {
                WriteLineOut();
            }
            else
            {
                _line.Append(value);
            }
        }

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            for (var end = buffer.IndexOf('\n'); end >= 0; end = buffer.IndexOf('\n'))
            {
                _line.Append(buffer[..end]);
                WriteLineOut();
                buffer = buffer[(end + 1)..];
            }

            _line.Append(buffer);
        }

        public override void Flush()
        {
            inner.Write(Escape(_line.ToString()));
            _line.Clear();
            inner.Flush();
        }

        private void WriteLineOut()
        {
            inner.Write(Escape(_line.ToString()) + "\n");
            _line.Clear();
            inner.Flush();
        }

        // A line that begins so is a command to GitHub Actions, white space before it or not.
        private static string Escape(string line)
        {
            var visible = VisibleText.Line(line);
            var start = visible.Length - visible.AsSpan().TrimStart().Length;
            return visible.AsSpan(start).StartsWith("::")
                ? string.Concat(visible.AsSpan(0, start), @"\u003a", visible.AsSpan(start + 1))
                : visible;
        }
    }
}

internal static class TerminalOfCommand
{
    extension(ParseResult parsed)
    {
        /// <summary>That of the run, for what it does.</summary>
        public Terminal Terminal => (Terminal)parsed.InvocationConfiguration;
    }
}
