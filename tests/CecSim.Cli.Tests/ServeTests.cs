using System.Diagnostics;
using System.Net.Http.Json;

namespace CecSim.Cli.Tests;

public sealed class ServeTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_curl_line_of_the_banner_works_when_it_is_pasted()
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        var command = cecsim.Banner[cecsim.Banner.IndexOf("curl", StringComparison.Ordinal)..];

        using var shell = Process.Start(new ProcessStartInfo(
            "bash", ["-c", command[..command.IndexOf("\n\n", StringComparison.Ordinal)]])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = JsonNode.Parse(await shell.StandardOutput.ReadToEndAsync(TestEnds))!;

        Assert.Equal("cecsim-demo-key", (string?)answer["AppKey"]);
    }

    [Fact]
    [Shows("10.5/tenant-space-id")]
    public async Task The_banner_shows_the_addresses_and_what_a_client_needs_to_know()
    {
        await using var cecsim = await CecSimTool.ServeAsync();

        Assert.Equal("127.0.0.1", cecsim.Address.Host);
        Assert.Equal("localhost", cecsim.SecureAddress.Host);
        foreach (var value in (string[])["cecsim-demo-key", "cecsim-demo-secret", "202403010000000001", "202403015666"])
        {
            Assert.Contains(value, cecsim.Banner, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ctrl_C_gives_a_held_poll_its_empty_answer_and_ends_in_order()
    {
        await using var cecsim = await CecSimProcess.ServeAsync();
        using var customer = await Customer.SignInAsync(cecsim.Address);

        // The newer of two polls releases the older one: once that is back, the other is surely held.
        Task<string>[] polls = [customer.GetEventAsync(), customer.GetEventAsync()];
        var released = await Task.WhenAny(polls);
        var held = polls.Single(p => p != released);
        var exitCode = await cecsim.InterruptAsync();

        Assert.Equal("""{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""", await held);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Each_scenario_file_is_a_space_with_credentials_of_its_own()
    {
        using var folder = new ScenarioFolder();
        folder.Write("one.yaml", "name: one\nabout: The first of two.\n");
        folder.Write("two.yaml", "name: two\nabout: The second of two.\nprofile: cec-2.5\nseed: 9\n");

        await using var cecsim = await CecSimTool.ServeAsync("--scenario", folder.Path);

        Assert.Contains("Space one (cec-3.6, seed 1)", cecsim.Banner, StringComparison.Ordinal);
        Assert.Contains("Space two (cec-2.5, seed 9)", cecsim.Banner, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = cecsim.Address };
        using var answer = await http.PostAsJsonAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = "cecsim-two-key", app_secret = "cecsim-two-secret" },
            TestEnds);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_profile_and_the_seed_of_the_command_line_win_over_the_scenario()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", "name: one\nabout: One.\nprofile: cec-3.6\nseed: 9\n");

        await using var cecsim = await CecSimTool.ServeAsync(
            "--scenario", file, "--profile", "cec-2.5", "--seed", "4");

        Assert.Contains("Space one (cec-2.5, seed 4)", cecsim.Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_to_start_with_a_broken_scenario_and_names_every_mistake()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("bad.yaml", "name: bad\nabuot: Oops.\ncalls:\n  - script: [conected]\n");

        var (exitCode, output, errors) = await CecSimTool.RunAsync("serve", "--scenario", file);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains($"{file}:2:1: unknown key 'abuot'", errors, StringComparison.Ordinal);
        Assert.Contains($"{file}:4:14: 'conected' is not a step", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_plain_words()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, _, errors) = await CecSimProcess.RunAsync(
            "serve", "--urls", $"http://{taken.LocalEndpoint}", "--https-port", "0");

        Assert.Equal(1, exitCode);
        Assert.Matches("^cecsim: Failed to bind to address .*already in use. Choose others with --urls", errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "ftp://127.0.0.1:1", "must be http or https")]
    [InlineData("--urls", "http://example.com:1", "neither an IP address nor localhost")]
    [InlineData("--urls", "http://0.0.0.0:0", "--control-key KEY")]
    [InlineData("--urls", "http://*:0", "--control-key KEY")]
    [InlineData("--https-port", "70000", "0 to 65535")]
    [InlineData("--profile", "cec-9", "cec-2.5")]
    [InlineData("--rate", "0", "0.001 to 100000")]
    [InlineData("--rate", "fast", "0.001 to 100000")]
    [InlineData("--held-polls-max", "0", "at least 1")]
    [InlineData("--media-connect-within", "0", "--media-connect-within must be 1 to 3600.")]
    [InlineData("--media-connect-within", "2h", "--media-connect-within must be 1 to 3600.")]
    [InlineData("--sip-return-within", "-1", "--sip-return-within must be 0 to 3600.")]
    [InlineData("--sip-return-within", "soon", "--sip-return-within must be 0 to 3600.")]
    [InlineData("--sip-ping-every", "999ms", "--sip-ping-every must be 1 to 3600.")]
    [InlineData("--sip-ping-every", "", "--sip-ping-every must be 1 to 3600.")]
    [InlineData("--sip-session-interval", "89", "--sip-session-interval must be 90 to 86400.")]
    [InlineData("--hep", "homer", "'homer' is no address or name with a port, as 127.0.0.1:9060 and homer:9060 are.")]
    [InlineData("--hep", "127.0.0.1", "'127.0.0.1' is no address or name with a port")]
    [InlineData("--hep", "homer:0", "'homer:0' is no address or name with a port")]
    [InlineData("--hep", "homer.invalid:9060", "Check the name, or give an address, as 127.0.0.1:9060.")]
    [InlineData("--otlp", "collector", "http://127.0.0.1:4318")]
    public async Task A_wrong_argument_is_refused_with_its_remedy(string option, string value, string remedy)
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("serve", option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
    }
}
