using CecSim.Cli.Checking;

namespace CecSim.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task Sound_files_are_listed_with_their_story()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", "name: one\nabout: A story of one line.\n");

        var (exitCode, output, errors) = await CecSimTool.RunAsync("check", folder.Path);

        Assert.Equal(0, exitCode);
        Assert.Equal($"{file}: one: A story of one line.\n", output);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Every_mistake_of_every_file_is_printed_with_its_place()
    {
        using var folder = new ScenarioFolder();
        var first = folder.Write("a.yaml", "name: a\nabout: A.\nspce: {}\n");
        var second = folder.Write("b.yaml", "name: b\nabout: B.\ncalls:\n  - script: [wait: 3]\n");

        var (exitCode, _, errors) = await CecSimTool.RunAsync("check", first, second);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                $"{first}:3:1: unknown key 'spce'; allowed: name, about, profile, seed, space, scripts, ivr, "
                + "calls, outbound, faults; "
                    + "did you mean 'space'?",
                $"{second}:4:20: '3' is not a wait; allowed: 1ms to 24h, written as in 250ms, 1.5s, 10m, 2h",
            ],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_program_gets_an_array()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("a.yaml", "name: a\nabout: A.\nspce: {}\n");

        var (exitCode, output, errors) = await CecSimTool.RunAsync("check", file, "/no/such", "--format", "json");

        Assert.Equal(2, exitCode);
        Assert.Empty(errors);
        Assert.Equal(
            $$"""
            [
              {
                "file": "/no/such",
                "message": "no such file or folder"
              },
              {
                "file": "{{file}}",
                "line": 3,
                "column": 1,
                "message": "unknown key 'spce'",
                "allowed": "name, about, profile, seed, space, scripts, ivr, calls, outbound, faults",
                "didYouMean": "space"
              }
            ]

            """,
            output);
    }

    [Fact]
    public async Task A_program_gets_an_empty_array_when_all_is_well()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("a.yaml", "name: a\nabout: A.\n");

        var (exitCode, output, _) = await CecSimTool.RunAsync("check", file, "--format", "json");

        Assert.Equal(0, exitCode);
        Assert.Equal("[]\n", output);
    }

    [Fact]
    public async Task GitHub_gets_an_annotation_for_each_mistake()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("a.yaml", "name: a\nabout: A.\nspce: {}\n");

        var (exitCode, output, errors) = await CecSimTool.RunAsync("check", file, "--format", "github");

        Assert.Equal(2, exitCode);
        Assert.Empty(errors);
        Assert.Equal(
            $"::error file={file},line=3,col=1::unknown key 'spce'; "
                + "allowed: name, about, profile, seed, space, scripts, ivr, calls, outbound, faults; "
                + "did you mean 'space'?\n",
            output);
    }

    [Fact]
    public void An_annotation_is_one_line_whatever_it_says() => Assert.Equal(
        "::error file=a%3Ab%2C50%25.yaml,line=1,col=2::50%25%0D%0A::not a command, no: it is text",
        GithubAnnotation.Of(new Diagnostic("a:b,50%.yaml", 1, 2, "50%\r\n::not a command, no: it is text")));

    [Fact]
    public void An_annotation_of_a_whole_file_has_no_line() => Assert.Equal(
        "::error file=a.yaml::is not UTF-8 text",
        GithubAnnotation.Of(new Diagnostic("a.yaml", 0, 0, "is not UTF-8 text")));

    [Fact]
    public void On_a_terminal_place_mistake_and_remedy_differ_in_colour()
    {
        var diagnostic = new Diagnostic("a.yaml", 1, 2, "'x' is no word", "y", "y");

        Assert.Equal(
            "\e[1ma.yaml:1:2: \e[0m\e[31m'x' is no word\e[0m\e[32m; allowed: y; did you mean 'y'?\e[0m",
            ComplaintText.Of(diagnostic, isColoured: true));
        Assert.Equal(diagnostic.ToString(), ComplaintText.Of(diagnostic, isColoured: false));
    }

    [Fact]
    public async Task A_scenario_on_standard_input_is_checked_as_a_dash()
    {
        var wrong = await CecSimProcess.RunOnInput("name: a\nspce: {}\n", "check", "-", "--format", "github");
        var sound = await CecSimProcess.RunOnInput("\ufeffname: a\n", "check", "-");

        Assert.Equal(2, wrong.ExitCode);
        Assert.StartsWith("::error file=-,line=2,col=1::unknown key 'spce'", wrong.Output, StringComparison.Ordinal);
        Assert.Equal((0, "-: a\n", ""), sound);
    }

    [Fact]
    public async Task A_contract_is_checked_as_one_by_its_name_and_in_its_folder()
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write("a.yaml", "name: a\n");
        var contract = folder.Write("a.contract.yaml", "name: c\nabout: C.\nsteps: [{ request: tokenByAkSk }]\n");

        var alone = await CecSimTool.RunAsync("check", contract);
        var both = await CecSimTool.RunAsync("check", folder.Path);
        folder.Write("a.contract.yaml", "name: c\nsteps: [{ request: token }]\n");
        var broken = await CecSimTool.RunAsync("check", folder.Path);
        var tried = await CecSimTool.RunAsync("try", contract);

        Assert.Equal((0, $"{contract}: c: C.\n", ""), alone);
        Assert.Equal((0, $"{scenario}: a\n{contract}: c: C.\n", ""), both);
        Assert.Equal(2, broken.ExitCode);
        Assert.StartsWith($"{contract}:2:20: 'token' is not an operation", broken.Errors, StringComparison.Ordinal);
        Assert.Equal(
            (2, "", $"{contract}: is a contract, not a scenario: check and verify read it\n"), tried);
    }

    [Fact]
    public async Task A_rule_that_no_call_can_reach_is_a_warning()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("a.yaml", "name: a\ncalls:\n  - script: [failed]\n  - { match: { media: video } }\n");
        const string Warning = "no call can come to rule 2: rule 1 at line 3 and those above it take them all";

        var text = await CecSimTool.RunAsync("check", file);
        var github = await CecSimTool.RunAsync("check", file, "--format", "github");
        var json = await CecSimTool.RunAsync("check", file, "--format", "json");

        Assert.Equal((0, $"{file}: a\n", $"{file}:4:5: warning: {Warning}\n"), text);
        Assert.Equal((0, $"::warning file={file},line=4,col=5::{Warning}\n{file}: a\n", ""), github);
        Assert.Equal(0, json.ExitCode);
        Assert.Contains("\"level\": \"warning\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_is_valid_and_has_the_place()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("a b.yaml", "name: a\nspce: {}\n");

        var (exitCode, output, _) = await CecSimTool.RunAsync("check", file, "/no/such", "--format", "sarif");

        Assert.Equal(2, exitCode);
        Assert.Equal("", await SarifSchema.ErrorsOfAsync(output));
        var results = JsonNode.Parse(output)!["runs"]![0]!["results"]!.AsArray();
        var place = results.Single(r => $"{r!["message"]!["text"]}".StartsWith("unknown", StringComparison.Ordinal))!
            ["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(new Uri(file).AbsoluteUri, (string?)place["artifactLocation"]!["uri"]);
        Assert.Equal((2, 1), ((int)place["region"]!["startLine"]!, (int)place["region"]!["startColumn"]!));
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("check", "a.yaml", "--format", "xml");

        Assert.Equal(2, exitCode);
        Assert.Contains("xml", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("check", "/no/such/file.yaml");

        Assert.Equal(2, exitCode);
        Assert.Equal("/no/such/file.yaml: no such file or folder\n", errors);
    }
}
