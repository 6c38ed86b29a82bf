namespace CecSim.RepositoryRules.Tests;

/// <summary>Every command of a page does what the page says.</summary>
public sealed class PageCommandsTests
{
    /// <summary>What no test runs, and why.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["./test.sh\n"] = "this very run is the proof that it works",
        ["dotnet publish src/CecSim.Cli -c Release -r linux-x64 -o artifacts/native\n"] =
            "minutes: ./test.sh --native runs it",
        ["CECSIM_BINARY=$PWD/artifacts/native/cecsim "
            + "dotnet artifacts/bin/CecSim.Cli.Tests/debug/CecSim.Cli.Tests.dll\n"] = "./test.sh --native runs it",
        ["CECSIM_PICTURES=$PWD/artifacts/bar dotnet test --project tests/CecSim.Browser.Tests "
            + "--filter-class '*BarStatesTests'\n"] = "a browser for each of its pictures",
        ["""
         TESTS=CecSim.Simulation.Tests
         dotnet build tests/$TESTS
         dotnet artifacts/bin/$TESTS/debug/$TESTS.dll --filter-class '*CallMachineTests'

         """] = "it builds what this run has loaded",
        ["""
         dotnet publish src/CecSim.Cli -c Release -r linux-x64 -o artifacts/native
         npm ci --prefix src/cecsim-js
         npm run --prefix src/cecsim-js pack:local -- --binary artifacts/native/cecsim --to artifacts/npm

         """] = "a minute of compiling; the npm package's tests pack it with a binary that is there",
        ["""
         npm install --save-dev ~/CecSim/artifacts/npm/cecsim-*.tgz
         npx cecsim serve

         """] = "the npm package's tests install it in a folder of their own",
        ["""
         dotnet tool restore
         cd tests/CecSim.Simulation.Tests
         CECSIM_PROPERTY_CASES=5 dotnet stryker -m '**/Calls/*.cs' -O ../../artifacts/mutation

         """] = "many minutes, and it leaves changed binaries behind",
        ["""
         docker build -t cecsim --build-arg VERSION=0.1.0 .
         CECSIM_CONTROL_KEY=$(openssl rand -hex 16) docker compose -f examples/compose.yaml up

         """] = "it needs a container engine; ContainerFilesTests holds the files against the tool",
        ["dotnet pack CecSim.slnx -c Release -o artifacts/packages\n"] =
            "a build for release; CecSim.Packages.Tests packs what was built with them",
        ["""
         cp -r examples/dotnet ~/click-to-dial
         cp -r artifacts/packages ~/click-to-dial/packages
         cd ~/click-to-dial
         dotnet test --solution ClickToDial.slnx

         """] = "ExampleTests of CecSim.Packages.Tests does it, in a folder of its own",
        ["dotnet add package CecSim.Testing --prerelease --source ~/click-to-dial/packages\n"] =
            "it changes a project; ExampleTests of CecSim.Packages.Tests restores one that has it",
        ["""
         dotnet tool install --global cecsim --prerelease --add-source artifacts/packages
         cecsim serve

         """] = "ToolTests of CecSim.Packages.Tests installs it into a folder of its own",
        ["dnx cecsim --prerelease --yes --source artifacts/packages -- --version\n"] =
            "ToolTests of CecSim.Packages.Tests runs it, from a feed of its own",
        ["""
         dotnet pack src/CecSim.Cli -c Release -r linux-x64 -p:ToolPlatforms=linux-x64 -o artifacts/tools
         dotnet pack src/CecSim.Cli -c Release -r any -p:ToolPlatforms=linux-x64 -o artifacts/tools
         dotnet pack src/CecSim.Cli -c Release -p:ToolPlatforms=linux-x64 -o artifacts/tools

         """] = "minutes of compiling; PlatformToolTests of CecSim.Packages.Tests packs a stand-in the same way",
        ["dotnet run --project tests/CecSim.Fidelity -- falsify --claim 5.3/no-event\n"] =
            "minutes: it builds a copy of the product",
        ["""
         dotnet run -c Release --project loadtests/CecSim.LoadTests -- tokens --rate 2000 --for 5s --no-peers
         dotnet run -c Release --project loadtests/CecSim.Benchmarks -- --filter '*Token*'

         """] = "a build for release, and a load that tests beside it would feel",
        ["""
         cp artifacts/FIDELITY.md FIDELITY.md
         cp artifacts/fidelity.json src/CecSim.Server/Fidelity/
         cp artifacts/control.json artifacts/vendor.json src/CecSim.Server/OpenApi/

         """] = "what it copies is there only where something is stale",
    };

    private const string Tool = "dotnet run --project src/CecSim.Cli --";
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const string DefaultSecureAddress = "https://localhost:5443";

    // What 'dotnet run' starts in the end: to find out anew what there is to build takes seconds, and pages start the
    // tool a hundred times.
    private static readonly string ToolAsBuilt = ToolCommand.Binary is { } binary
        ? $"'{binary}'"
        : $"dotnet '{Checkout.PathOf("artifacts", "bin", "CecSim.Cli", "debug", "cecsim.dll")}'";

    private static readonly string[] ToolsOfScripts = ["curl", "node ", "python3 ", "cecsim() {"];

    public static TheoryData<string> ToolCommands =>
        [
            .. PageBlocks.In("sh").Where(b => !IsScript(b) && !NotRun.ContainsKey(b)).SelectMany(LinesOf)
                .Where(l => l.StartsWith(Tool, StringComparison.Ordinal))
                .Distinct(),
        ];

    public static TheoryData<string> Scripts =>
        [.. PageBlocks.In("sh").Where(IsScript)];

    [Theory]
    [MemberData(nameof(ToolCommands))]
    public async Task A_command_of_the_tool_works(string command)
    {
        using var folder = new TemporaryFolder();
        var line = command
            .Replace("-- schema", $"-- schema {folder.Path}/scenario.schema.json", StringComparison.Ordinal)
            .Replace(Tool, ToolAsBuilt, StringComparison.Ordinal)
            .Replace("--record-media ", $"--record-media {folder.Path}/", StringComparison.Ordinal)
            .Replace(" cecsim-ca.", $" {folder.Path}/cecsim-ca.", StringComparison.Ordinal);

        if (command.Contains("-- serve", StringComparison.Ordinal))
        {
            await using var served = await Served.StartAsync(line);
            Assert.NotEmpty(served.Address);
        }
        else if (command.Contains("-- call", StringComparison.Ordinal))
        {
            Assert.Equal(Steps(PageBlocks.ShownAfter($"{command}\n")), Steps(await CallAsync(line)));
        }
        else
        {
            Assert.NotEmpty(await Shell.RunAsync(line));
        }
    }

    [Fact]
    public async Task The_tool_is_started_as_pages_start_it() => Assert.NotEmpty(
        await Shell.RunAsync($"{Tool} --version".Replace("run ", "run --no-build ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_prints_what_its_page_shows(string script)
    {
        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");

        var output = await Shell.RunAsync(script
            .Replace(DefaultAddress, served.Address, StringComparison.Ordinal)
            .Replace(DefaultSecureAddress, served.SecureAddress, StringComparison.Ordinal)
            .Replace(Tool, ToolAsBuilt, StringComparison.Ordinal));

        var shown = PageBlocks.ShownAfter(script);
        Assert.NotEmpty(shown);
        var asByDefault = output
            .Replace(AuthorityOf(served.Address), AuthorityOf(DefaultAddress), StringComparison.Ordinal)
            .Replace(served.SecureAddress, DefaultSecureAddress, StringComparison.Ordinal);
        // The framework's own message cuts both short, where they differ least.
        Assert.True(Regex.IsMatch(asByDefault, $"^{Pattern(shown)}$"), $"{asByDefault}\nis not\n{shown}");
    }

    [Fact]
    public async Task What_try_prints_is_what_its_page_shows()
    {
        var command = PageBlocks.In("sh").Single(b => b.Contains("-- try ", StringComparison.Ordinal));

        var output = await Shell.RunAsync(command.Replace(Tool, ToolAsBuilt, StringComparison.Ordinal));

        Assert.Equal(PageBlocks.ShownAfter(command), output);
    }

    [Fact]
    public async Task The_banner_is_the_one_that_the_readme_shows()
    {
        var shown = PageBlocks.In("text").Single(b => b.StartsWith("CecSim is a CEC", StringComparison.Ordinal));

        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");

        Assert.Matches(
            "^" + Regex.Replace(Pattern(shown), "https?://[^\n]+", "https?://[^\n]+"), served.Banner);
    }

    [Fact]
    public async Task The_scenarios_that_pages_show_are_sound()
    {
        using var folder = new TemporaryFolder();
        foreach (var (yaml, number) in PageBlocks.In("yaml").Select((b, i) => (b, i)))
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.Path, $"{number}.yaml"), yaml, TestContext.Current.CancellationToken);
        }

        await Shell.RunAsync($"{ToolAsBuilt} check {folder.Path}");
    }

    [Fact]
    public void What_is_not_run_stands_on_a_page() => Assert.Empty(NotRun.Keys.Except(PageBlocks.In("sh")));

    [Fact]
    public void Every_shell_block_is_run_here_or_says_why_not() => Assert.All(
        PageBlocks.In("sh").Where(b => !NotRun.ContainsKey(b)),
        block => Assert.True(
            Scripts.Any(s => s.Data == block) || LinesOf(block).All(l => ToolCommands.Any(c => c.Data == l)),
            $"Nothing runs\n{block}"));

    private static async Task<string> CallAsync(string line)
    {
        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");
        var output = await Shell.RunAsync(line.Replace(DefaultAddress, served.Address, StringComparison.Ordinal));
        return output.Replace(served.Address, DefaultAddress, StringComparison.Ordinal);
    }

    // Times differ from run to run, and with them which of two answers at once comes first; so do ports and counts.
    private static IEnumerable<string> Steps(string ladder)
    {
        var timeless = Regex.Replace(ladder, @"^ *\d+\.\d{3}( +\d+\.\d{3})?", "time", RegexOptions.Multiline);
        var portless = Regex.Replace(timeless, @"127\.0\.0\.1:\d+", "here");
        var countless = Regex.Replace(portless, @"[\d.]+(?= ms| packets| sent)", "some");
        return LinesOf(Regex.Replace(countless, @"to \d{15}", "to code")).Order(StringComparer.Ordinal);
    }

    // A script needs a server; a tool command on a line of its own does not.
    private static bool IsScript(string block) =>
        ToolsOfScripts.Any(tool => block.Contains(tool, StringComparison.Ordinal));

    private static string[] LinesOf(string block) => block.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string AuthorityOf(string address) => new Uri(address).Authority;

    // An ellipsis stands for what differs from run to run.
    private static string Pattern(string shown) => Regex.Escape(shown).Replace("…", ".+", StringComparison.Ordinal);
}
