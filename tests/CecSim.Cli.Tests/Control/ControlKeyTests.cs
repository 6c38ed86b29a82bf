using System.Net.Http.Headers;

namespace CecSim.Cli.Tests.Control;

/// <summary>How the control key comes to a server and to its clients without being seen.</summary>
public sealed class ControlKeyTests
{
    private const string Key = "a-key-of-sixteen";
    private const string Variable = "CECSIM_CONTROL_KEY";

    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        { "argument", "", "is empty" },
        { "variable", "", "is empty" },
        { "file", "", "is empty" },
        { "file", "\n", "is empty" },
        { "argument", "fifteen-letters", "16 to 1024 characters" },
        { "variable", "fifteen-letters", "16 to 1024 characters" },
        { "file", "fifteen-letters\n", "16 to 1024 characters" },
        { "argument", "two words of sixteen", "printable ASCII" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_key_that_keeps_nobody_out_starts_no_server_however_it_comes(string way, string key, string why)
    {
        using var folder = new ScenarioFolder();
        foreach (var url in (string[])["http://127.0.0.1:0", "https://0.0.0.0:0"])
        {
            string[] arguments =
            [
                "serve", "--urls", url, "--https-port", "0", "--media-port", "0",
                .. way switch
                {
                    "argument" => ["--control-key", key],
                    "file" => ["--control-key-file", folder.Write("key", key)],
                    _ => Array.Empty<string>(),
                },
            ];
            var (exitCode, output, errors) = await CecSimTool.RunWith(
                way == "variable" ? [(Variable, key)] : [], arguments);

            Assert.Equal((2, ""), (exitCode, output));
            Assert.Contains(why, errors, StringComparison.Ordinal);
            Assert.True(key.Trim().Length == 0 || !errors.Contains(key.Trim(), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("--control-key-file", "no/such/file")]
    [InlineData("--control-key-file", "/")]
    [InlineData("--control-key-file", "/dev/zero")]
    public async Task A_file_that_holds_no_key_is_refused(string option, string file)
    {
        var served = await CecSimTool.RunAsync(["serve", .. CecSimProcess.FreePorts, option, file]);
        var asked = await CecSimTool.RunAsync("spaces", option, file);

        Assert.Equal((2, 2), (served.ExitCode, asked.ExitCode));
        Assert.StartsWith("cecsim: The control key", served.Errors, StringComparison.Ordinal);
        Assert.StartsWith("cecsim: The control key", asked.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ways_at_once_are_refused()
    {
        using var folder = new ScenarioFolder();

        var (exitCode, _, errors) = await CecSimTool.RunAsync(
            "serve", "--control-key", Key, "--control-key-file", folder.Write("key", Key));

        Assert.Equal(2, exitCode);
        Assert.Contains("Name the control key once", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("variable")]
    public async Task A_server_and_its_clients_take_it_from_there_and_nobody_prints_it(string way)
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("key", Key + "\n");
        string[] named = way == "file" ? ["--control-key-file", file] : [];
        (string, string?)[] set = way == "file" ? [] : [(Variable, Key)];
        await using var cec = await CecSimProcess.ServeInAsync(
            new Surroundings(":") { Environment = set },
            ["--urls", "http://0.0.0.0:0", "--https-port", "0", "--media-port", "0", "--log", "Trace", .. named]);
        var server = $"http://127.0.0.1:{cec.Address.Port}";

        foreach (var verb in (string[][])[
            ["spaces"], ["clock"], ["polls"], ["calls"], ["queues"], ["agents"], ["faults"], ["journal"], ["findings"]])
        {
            var without = await CecSimTool.RunAsync([.. verb, "--server", server]);
            var with = await CecSimTool.RunWith(
                [.. set.Select(s => (s.Item1, s.Item2!))], [.. verb, "--server", server, .. named]);

            Assert.NotEqual(0, without.ExitCode);
            Assert.Equal((verb[0], 0, ""), (verb[0], with.ExitCode, with.Errors));
            Assert.DoesNotContain(Key, with.Output, StringComparison.Ordinal);
        }

        await cec.InterruptAsync();
        Assert.DoesNotContain(
            Key, await cec.ReadAllAsync() + await cec.ReadErrorsToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_public_URL_the_control_API_is_shut_without_a_key_and_the_banner_says_so()
    {
        await using var shut = await CecSimTool.ServeAsync("--public-url", "https://cec.example");
        await using var open = await CecSimTool.ServeAsync(
            "--public-url", "https://cec.example", "--control-key", Key);
        using var http = new HttpClient();

        using var refused = await AskAsync(shut);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var taken = await AskAsync(open);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        Assert.Contains("Clients know it as https://cec.example.", shut.Banner, StringComparison.Ordinal);
        Assert.Contains("The control API is shut", shut.Banner, StringComparison.Ordinal);
        Assert.DoesNotContain("is shut", open.Banner, StringComparison.Ordinal);

        Task<HttpResponseMessage> AskAsync(CecSimTool cec) =>
            http.GetAsync(new Uri(cec.Address, "/_cecsim/spaces"), TestContext.Current.CancellationToken);
    }
}
