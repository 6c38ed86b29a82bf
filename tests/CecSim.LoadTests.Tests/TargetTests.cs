using System.Net;
using System.Net.Sockets;
using CecSim.LoadTests.CommandLine;
using CecSim.LoadTests.Servers;

namespace CecSim.LoadTests.Tests;

/// <summary>Whom load may be put on, and when a run fails.</summary>
public sealed class TargetTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_runs_already_is_measured_and_left_running()
    {
        using var load = new LoadProcess();
        var server = await CecSimAsync();
        await using var process = server.Process;

        var (exitCode, text) = await load.RunAsync(
            $"wake-all --held 5 --target {server.Address} --no-floor --no-peers --no-warm-up");

        Assert.True(exitCode == 0, text);
        Assert.Equal("target", (string)load.Result["runs"]![0]!["server"]!);
        using var control = new LoadControl(server.Address, key: null);
        Assert.True(await control.AnswersAsync(TestEnds));
    }

    [Theory]
    [InlineData("tokens --rate 20 --for 1s")]
    [InlineData("slow-clients --rate 20 --held 3 --for 1s")]
    public async Task Requests_that_are_only_bytes_speak_tls_too(string profile)
    {
        using var load = new LoadProcess();
        var server = await CecSimAsync();
        await using var process = server.Process;
        var https = process!.Addresses.Single(a => a.Scheme == Uri.UriSchemeHttps);

        var (exitCode, text) = await load.RunAsync(
            $"{profile} --target {https} --no-floor --no-peers --no-warm-up --lag-max 60000");

        Assert.True(exitCode == 0, text);
        Assert.NotEqual(0, (long)load.Result["runs"]![0]!["answered"]!);
    }

    [Fact]
    public async Task A_target_that_does_not_answer_is_told_before_the_floor_has_its_turn()
    {
        using var load = new LoadProcess();
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var (exitCode, text) = await load.RunAsync($"tokens --target http://{nobody.LocalEndPoint}");

        Assert.Equal(1, exitCode);
        Assert.Contains("refused", text);
        Assert.DoesNotContain(LoadServer.Floor, text);
    }

    [Fact]
    public async Task A_server_of_another_machine_is_left_alone_unless_it_is_ones_own()
    {
        using var load = new LoadProcess();

        var (exitCode, text) = await load.RunAsync("tokens --target http://192.0.2.1");

        Assert.Equal(2, exitCode);
        Assert.Contains("192.0.2.1 is not this machine. Add --i-own-this-target", text);
    }

    [Theory]
    [InlineData("--target nonsense", "--target: 'nonsense' is no URL")]
    [InlineData("--for soon", "--for: 'soon' is no time such as 30s")]
    [InlineData("--rate 0", "--rate must be more than 0")]
    [InlineData("--runs 0", "--runs must be more than 0")]
    [InlineData("--assert nowhere.yaml", "--assert: nowhere.yaml cannot be read")]
    [InlineData("--binary nowhere", "--binary: there is no file ")]
    [InlineData("--http2", "'--http2'")]
    public async Task What_makes_no_sense_is_refused_before_anything_starts(string arguments, string complaint)
    {
        using var load = new LoadProcess();

        var (exitCode, text) = await load.RunAsync($"tokens {arguments}");

        Assert.Equal(2, exitCode);
        Assert.Contains(complaint, text);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told_before_anything_starts()
    {
        using var load = new LoadProcess();
        var file = load.Write("no-folder", "");

        var (exitCode, text) = await load.RunAsync("tokens", file);

        Assert.Equal(2, exitCode);
        Assert.Contains($"--out: nothing can be written to {file}", text);
    }

    [Fact]
    public async Task A_generator_that_was_late_itself_fails_the_run()
    {
        using var load = new LoadProcess();

        var (exitCode, text) = await load.RunAsync(
            "tokens --rate 20 --for 1s --no-floor --no-peers --no-warm-up --lag-max 0");

        Assert.Equal(1, exitCode);
        Assert.Contains("the generator itself was late", text);
    }

    [Fact]
    public async Task The_report_tells_how_to_do_it_again_and_not_where_it_lay()
    {
        using var load = new LoadProcess();

        await load.RunAsync("advance --held 5 --no-warm-up");

        Assert.Equal(
            "dotnet run -c Release --project loadtests/CecSim.LoadTests -- advance --held 5 --no-warm-up"
            + (ToolCommand.Binary is { } named ? $" --binary {named}" : ""),
            (string)load.Result["command"]!);
        var page = await File.ReadAllTextAsync(load.Html, TestEnds);
        Assert.DoesNotContain(Path.GetDirectoryName(load.Html)!, page);
    }

    [Fact]
    public async Task A_missed_threshold_fails_the_run_and_a_met_one_does_not()
    {
        using var load = new LoadProcess();
        var file = load.Write(
            "goals.yaml",
            """
            - { profile: wake-all, figure: until the last client has it, max: 600000 }
            - { profile: wake-all, figure: until the last client has it, to: floor, min: 1000000 }
            - { profile: tokens, figure: throughput, min: 1000000000 }
            """);

        var (exitCode, text) = await load.RunAsync($"wake-all --held 5 --no-peers --no-warm-up --assert {file}");

        Assert.Equal(1, exitCode);
        Assert.Contains("met  until the last client has it", text);
        Assert.Contains("missed  until the last client has it, of floor's", text);
        Assert.DoesNotContain("throughput", text);
    }

    private static Task<LoadServer> CecSimAsync() => Contestants.StartAsync(
        LoadServer.CecSim, new LoadSettings { Profile = "", Out = "" }, TestEnds);
}
