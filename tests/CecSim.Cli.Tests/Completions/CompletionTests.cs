using System.Diagnostics;

namespace CecSim.Cli.Tests.Completions;

/// <summary>What shells offer once they have read their script.</summary>
public sealed class CompletionTests
{
    private static string Tool => string.Join(' ', ToolCommand.Words.Select(w => $"'{w}'"));

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Bash_offers(string line, string[] offered)
    {
        // What bash does when Tab is pressed at the end of a line.
        var script =
            $$"""
            cecsim() { {{Tool}} "$@"; }
            source <(cecsim completions bash)
            [[ $(complete -p cecsim) == *'-F _cecsim cecsim' ]]
            COMP_LINE='{{line}}' COMP_POINT=${#COMP_LINE}
            read -r -a COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _cecsim
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        Assert.Equal(offered, WordsOf(await RunAsync("bash", "--noprofile", "--norc", "-euc", script)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Zsh_offers(string line, string[] offered)
    {
        // What the line editor does when Tab is pressed, with a compadd that tells what it would show.
        var script =
            $$"""
            autoload -Uz compinit && compinit -D -u
            cecsim() { {{Tool}} "$@" }
            source <(cecsim completions zsh)
            [[ $_comps[cecsim] == _cecsim ]] || exit 1
            compadd() { print -rl -- ${(M)suggested:#${words[CURRENT]}*} }
            _files() { return 1 }
            BUFFER='{{line}}' CURSOR=${#BUFFER}
            words=("${(@s: :)BUFFER}") CURRENT=$#words
            _cecsim
            """;

        Assert.Equal(offered, WordsOf(await RunAsync("zsh", "-fc", script)));
    }

    [Fact]
    public async Task Every_verb_is_offered()
    {
        var (exitCode, output, _) = await CecSimTool.RunAsync("[suggest:7]", "cecsim ");

        Assert.Equal(0, exitCode);
        Assert.Empty(CecSimCommand.Root.Subcommands.Select(c => c.Name).Except(WordsOf(output)));
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_refused_with_those_that_are()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("completions", "fish");

        Assert.Equal(2, exitCode);
        Assert.All((string[])["bash", "zsh", "pwsh"], s => Assert.Contains(s, errors, StringComparison.Ordinal));
    }

    public static TheoryData<string, string[]> Lines => new()
    {
        { "cecsim se", ["serve"] },
        { "cecsim serve --scenario queue-t", ["queue-then-connect", "queue-timeout"] },
        { "cecsim serve --profile ", ["cec-2.5", "cec-3.6"] },
        { "cecsim clock adv", ["advance"] },
        { "cecsim certs trust --st", ["--store"] },
    };

    private static string[] WordsOf(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> RunAsync(string shell, params string[] arguments)
    {
        using var process = CecSimProcess.Start(new ProcessStartInfo(shell, arguments), DataFolder.Path, []);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
        return await output;
    }
}
