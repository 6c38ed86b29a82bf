namespace CecSim.Cli.Tests.Calling;

public sealed class CallTests
{
    private const string DemoSecret = "cecsim-demo-secret";

    [Fact]
    public async Task A_call_is_shown_step_by_step_and_ends_with_a_verdict()
    {
        await using var cec = await CecSimTool.ServeAsync();

        var (exitCode, output, errors) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--media", "video", "--talk", "0", "--user", "ann");

        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.Split('\n');
        Assert.Equal($"{cec.Address.GetLeftPart(UriPartial.Authority)}, video, user ann", lines[0]);
        Assert.Equal("    sent  answered  request                       answer", lines[2]);
        Assert.Matches(@"^ +\d+\.\d{3} +\d+\.\d{3}  POST tokenByAkSk +200 +access token \*\*\*…$", lines[3]);
        Assert.Contains("GET  getClickToCallEvents     200 0   168101 Call connected, to 1790", output);
        Assert.Contains("POST dropClickToCall          200 0", output);
        Assert.Matches(@"\n\d+\.\d{3} s: sound: connected to \d{15}, ended by 168110 Call disconnected\n$", output);
        Assert.DoesNotContain(DemoSecret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_one_object_without_secrets()
    {
        await using var cec = await CecSimTool.ServeAsync();

        var (exitCode, output, _) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--talk", "0", "--json", "--app-secret", DemoSecret);

        var call = JsonNode.Parse(output)!;
        Assert.Equal((0, true, "voice"), (exitCode, (bool)call["sound"]!, (string?)call["media"]));
        var requests = call["requests"]!.AsArray();
        string[] begin = ["tokenByAkSk", "applyToken", "checkClickToCallSupport", "createClickToCall"];
        Assert.Equal(begin, requests.Take(4).Select(r => (string?)r!["operation"]));
        Assert.Equal("***", (string?)requests[0]!["body"]!["AccessToken"]);
        Assert.Equal("***", (string?)requests[1]!["body"]!["token"]);
        Assert.Contains(requests, r => (int?)r!["body"]!["eventId"] == 168101);
        Assert.DoesNotContain(DemoSecret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_wants_a_chat_first_gets_one()
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "chat.yaml",
            "name: chat\nabout: A chat must come first.\n" +
            "space: { channels: [{ id: \"202403010000000001\", requiresChatFirst: true }] }\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var without = await CecSimTool.RunAsync("call", $"{cec.Address}", "--talk", "0");
        var with = await CecSimTool.RunAsync("call", $"{cec.Address}", "--talk", "0", "--chat-first");

        Assert.Equal(1, without.ExitCode);
        Assert.Contains(" s: failed: refused by createClickToCall 13 connect failed\n", without.Output);
        Assert.Equal(0, with.ExitCode);
        Assert.Equal(2, with.Output.Split("POST send").Length - 1);
    }

    [Fact]
    public async Task A_token_that_dies_on_the_way_is_seen_and_does_no_harm()
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "dies.yaml",
            "name: dies\nabout: The access token dies at the second poll.\ncalls: [{ script: [queued, connected] }]\n" +
            "faults: [{ at: getClickToCallEvents, when: { nth: 2 }, inject: accessTokenExpired }]\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var (exitCode, output, _) = await CecSimTool.RunAsync("call", $"{cec.Address}", "--talk", "0");

        Assert.Equal(0, exitCode);
        Assert.Contains("GET  getClickToCallEvents     403     auth fail!", output);
        Assert.Equal(2, output.Split("POST tokenByAkSk").Length - 1);
    }

    [Fact]
    public async Task A_customer_hangs_up_whom_nobody_answers()
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "silent.yaml", "name: silent\nabout: Nobody.\ncalls: [{ script: [queued, silent], onDrop: [released] }]\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var (exitCode, output, _) = await CecSimTool.RunAsync("call", $"{cec.Address}", "--wait", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains(" s: failed: never connected, ended by 168110 Call disconnected\n", output);
    }

    [Fact]
    public async Task An_interrupted_call_is_dropped()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        await using var call = CecSimProcess.Start("call", $"{cec.Address}", "--talk", "3600");
        await call.ReadToAsync("168101");

        var exitCode = await call.InterruptAsync();

        var rest = await call.ReadToEndAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("POST dropClickToCall          200 0", rest);
        Assert.EndsWith(" s: failed: interrupted\n", rest);
    }

    [Fact]
    public async Task A_certificate_is_trusted_once_its_CA_is_named()
    {
        await using var cec = await CecSimTool.ServeAsync();
        using var folder = new ScenarioFolder();
        var ca = folder.File("ca.pem");
        await CecSimTool.RunAsync("certs", "export", "--pem", ca);

        var without = await CecSimTool.RunAsync("call", $"{cec.SecureAddress}", "--talk", "0");
        var with = await CecSimTool.RunAsync("call", $"{cec.SecureAddress}", "--talk", "0", "--ca", ca);

        Assert.Equal(1, without.ExitCode);
        Assert.Matches(
            @"failed: the certificate of https://localhost:\d+ is not trusted\. Name the CA .* with --ca FILE",
            without.Output);
        Assert.Equal(0, with.ExitCode);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_said_in_plain_words()
    {
        var address = $"http://127.0.0.1:{FreePort.OfTcp()}";

        var (exitCode, output, errors) = await CecSimTool.RunAsync("call", address);

        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains($"failed: nobody answers at {address}: tokenByAkSk: Connection refused", output);
    }

    [Fact]
    public async Task A_secret_comes_from_the_environment_or_a_file_and_a_wrong_one_is_named()
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "own.yaml", "name: own\nabout: Own key.\nspace: { appKey: my-key, appSecret: my-secret }\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);
        string[] call = ["call", $"{cec.Address}", "--talk", "0", "--app-key", "my-key"];

        var wrong = await CecSimTool.RunAsync(call);
        var fromEnvironment = await CecSimTool.RunWith([("CECSIM_APP_SECRET", "my-secret")], call);
        var fromFile = await CecSimTool.RunWith(
            [("CECSIM_APP_SECRET", "wrong")], [.. call, "--app-secret-file", folder.Write("secret", "my-secret\n")]);

        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("failed: app key or app secret is wrong, or belongs to another address.", wrong.Output);
        Assert.Equal((0, 0), (fromEnvironment.ExitCode, fromFile.ExitCode));
    }

    [Theory]
    [InlineData("nowhere", "'nowhere' is no address such as https://")]
    [InlineData("ftp://127.0.0.1", "Address must be absolute, http or https")]
    [InlineData("https://cec.test", "name --app-key KEY or CECSIM_APP_KEY, and CECSIM_APP_SECRET or --app-secret-file")]
    [InlineData("--talk=-1", "--talk must be 0 to 3600.")]
    [InlineData("--media=smell", "smell")]
    [InlineData("--ca=/no/such/file", "There is no file /no/such/file.")]
    [InlineData("--app-secret-file=/no/such/file", "/no/such/file")]
    public async Task What_is_asked_for_wrongly_is_said_before_any_request(string argument, string remedy)
    {
        var (exitCode, output, errors) = await CecSimTool.RunAsync("call", argument);

        Assert.Equal(2, exitCode);
        Assert.DoesNotContain("tokenByAkSk", output, StringComparison.Ordinal);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
