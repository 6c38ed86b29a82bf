using System.Text.RegularExpressions;

namespace CecSim.Cli.Tests;

/// <summary>Every option and argument of every command, with a value that it cannot have.</summary>
public sealed partial class WrongArgumentsTests
{
    private static readonly string[] Wrongs =
        ["§", "-1", "1e99", "NaN", "99999999999999999999", "2026-13-45", "http://", ""];

    public static TheoryData<string> Commands => [.. Leaves(CecSimCommand.Root, "").Select(l => l.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_sentence_names_a_type_of_the_program(string path)
    {
        var root = CecSimCommand.Root;
        var command = Leaves(root, "").Single(l => l.Path == path).Command;
        var refused = 0;
        foreach (var line in Lines(command))
        {
            var parsed = root.Parse([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. line]);
            foreach (var error in parsed.Errors)
            {
                refused++;
                Assert.DoesNotMatch(TypeName(), WrongArguments.TextOf(error));
            }
        }

        Assert.True(refused > 0, $"Nothing was refused of {path}.");
    }

    [Theory]
    [InlineData("journal", "--status", "abc", "--status: 'abc' is not a whole number.")]
    [InlineData("agents show", null, "ann", "WORKNO: 'ann' is not a whole number.")]
    [InlineData(
        "serve",
        "--log",
        "loud",
        "--log: 'loud' is none of critical, debug, error, information, none, trace, warning.")]
    [InlineData("call http://127.0.0.1", "--media", "fax", "--media: 'fax' is none of video, voice.")]
    [InlineData("serve", "--seed", "x", "--seed: 'x' is not a whole number from 0 on.")]
    public void It_is_said_what_is_wanted(string command, string? option, string value, string sentence)
    {
        string[] line = [.. command.Split(' '), .. option is null ? [] : (string[])[option], value];

        Assert.Contains(sentence, CecSimCommand.Root.Parse(line).Errors.Select(WrongArguments.TextOf));
    }

    [Fact]
    public async Task The_process_says_it_on_standard_error_and_exits_with_2()
    {
        var (exitCode, _, errors) = await CecSimProcess.RunAsync("journal", "--status", "\u001b[31mabc");

        Assert.Equal(2, exitCode);
        Assert.Contains("--status: '\\u001b[31mabc' is not a whole number.", errors, StringComparison.Ordinal);
        Assert.DoesNotMatch(TypeName(), errors);
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [(path, command)]
            : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));

    private static IEnumerable<string[]> Lines(Command command)
    {
        var options = command.Options
            .Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)));
        foreach (var wrong in Wrongs)
        {
            foreach (var option in options)
            {
                yield return [$"{option.Name}={wrong}"];
                yield return [option.Name, wrong, wrong];
            }

            for (var count = 1; count <= command.Arguments.Count + 1; count++)
            {
                yield return [.. Enumerable.Repeat(wrong, count)];
            }
        }

        yield return ["--no-such-option"];
        yield return [.. Enumerable.Repeat("x", command.Arguments.Count + 2)];
    }

    [GeneratedRegex(@"System\.|CecSim\.|Nullable|`\d|\bU?Int(16|32|64)\b|\bDouble\b|\bBoolean\b|Microsoft\.|Format\b")]
    private static partial Regex TypeName();
}
