using System.Text;
using CecSim.Simulation;

namespace CecSim.Cli;

/// <summary>
/// The one way out for all that the tool prints, on both streams: what clients and files have put into it can neither
/// steer a terminal nor give commands to a CI system. Whoever colours text, or means such a command, escapes the
/// others' part of it and uses <see cref="StyledOut"/> and <see cref="StyledError"/>.
/// </summary>
internal static class Terminal
{
    /// <summary>For text that steers on purpose.</summary>
    public static TextWriter StyledOut { get; private set; } = Console.Out;

    /// <summary>For text that steers on purpose.</summary>
    public static TextWriter StyledError { get; private set; } = Console.Error;

    /// <summary>From now on whatever writes to the console goes this way, libraries and logs too.</summary>
    public static void Guard()
    {
        (StyledOut, StyledError) = (Console.Out, Console.Error);
        Console.SetOut(new Guarded(StyledOut));
        Console.SetError(new Guarded(StyledError));
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
