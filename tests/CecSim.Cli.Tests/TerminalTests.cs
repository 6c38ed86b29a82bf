using CecSim.Simulation;

namespace CecSim.Cli.Tests;

public sealed class TerminalTests
{
    [Theory]
    [InlineData("plain, 中文 and 👩‍👩‍👧\ttabs", "plain, 中文 and 👩‍👩‍👧\ttabs")]
    [InlineData("\u001b[31mred\u0007", "\\u001b[31mred\\u0007")]
    [InlineData("a\rb\nc", "a\\u000db\\u000ac")]
    [InlineData("\u009b31m\u007f\u0085", "\\u009b31m\\u007f\\u0085")]
    [InlineData("\u202eevil\u2066\u200f\u061c", "\\u202eevil\\u2066\\u200f\\u061c")]
    [InlineData("a\u2028b\ufeff", "a\\u2028b\\ufeff")]
    [InlineData("x ##[error]y ##vso[task] ##teamcity[t]", "x \\u0023#[error]y \\u0023#vso[task] \\u0023#teamcity[t]")]
    [InlineData("### a heading, ##, # and #[x]", "### a heading, ##, # and #[x]")]
    public void What_steers_is_written_as_what_it_is(string text, string line) =>
        Assert.Equal(line, VisibleText.Line(text));

    [Fact]
    public void Halves_of_characters_are_written_as_what_they_are() =>
        Assert.Equal("\\ud83d 😀 \\ude00", VisibleText.Line("\uD83D 😀 \uDE00"));

    [Theory]
    [InlineData("one\ntwo\n", "one\ntwo\n")]
    [InlineData("::error::x\n", "\\u003a:error::x\n")]
    [InlineData(" \t::warning file=a::x\n", " \t\\u003a:warning file=a::x\n")]
    [InlineData("a ::error::\n", "a ::error::\n")]
    [InlineData("\u001b[2J\n", "\\u001b[2J\n")]
    [InlineData("no end", "no end")]
    public void Every_line_is_looked_at_before_it_leaves(string text, string expected)
    {
        using var inner = new StringWriter();
        using var guarded = new Terminal.Guarded(inner);
        foreach (var c in text)
        {
            guarded.Write(c);
        }

        guarded.Flush();
        using var whole = new StringWriter();
        using var atOnce = new Terminal.Guarded(whole);
        atOnce.Write(text);
        atOnce.Flush();

        Assert.Equal(expected, $"{inner}");
        Assert.Equal(expected, $"{whole}");
    }

    [Fact]
    public void Only_the_terminal_knows_the_console_of_the_process()
    {
        var source = Directory.GetFiles(Checkout.PathOf("src/CecSim.Cli"), "*.cs", SearchOption.AllDirectories);

        Assert.Equal(
            ["Terminal.cs"],
            source.Where(f => File.ReadAllText(f).Contains(" Console.", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void Lines_of_one_write_are_lines()
    {
        using var inner = new StringWriter();
        using var guarded = new Terminal.Guarded(inner);

        guarded.WriteLine("a");
        guarded.WriteLine();
        guarded.Write("b\nc");

        Assert.Equal("a\n\nb\n", $"{inner}");
    }
}
