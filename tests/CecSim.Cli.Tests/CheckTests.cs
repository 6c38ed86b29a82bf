namespace CecSim.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task Sound_files_are_listed_with_their_story()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", "name: one\nabout: A story of one line.\n");

        var (exitCode, output, errors) = await CecSimProcess.RunAsync("check", folder.Path);

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

        var (exitCode, _, errors) = await CecSimProcess.RunAsync("check", first, second);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                $"{first}:3:1: unknown key 'spce'; allowed: name, about, profile, seed, space, scripts, calls, faults; "
                    + "did you mean 'space'?",
                $"{second}:4:20: '3' is not a wait; allowed: 1ms to 24h, written as in 250ms, 1.5s, 10m, 2h",
            ],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake()
    {
        var (exitCode, _, errors) = await CecSimProcess.RunAsync("check", "/no/such/file.yaml");

        Assert.Equal(2, exitCode);
        Assert.Equal("/no/such/file.yaml: no such file or folder\n", errors);
    }
}
