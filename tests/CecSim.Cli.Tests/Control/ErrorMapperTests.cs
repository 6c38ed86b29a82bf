namespace CecSim.Cli.Tests.Control;

/// <summary>A verb without a server that would answer it: a sentence, a remedy, an exit code, and no secret.</summary>
public sealed class ErrorMapperTests
{
    private const string Key = "the-secret-key-of-22";

    [Fact]
    public async Task A_server_that_is_up_is_healthy()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var address = cec.Address.GetLeftPart(UriPartial.Authority);

        var text = await CecSimProcess.RunAsync("health", "--server", address);
        var json = await CecSimProcess.RunWith([("CECSIM_SERVER", address)], "health", "--json");

        Assert.Equal((0, $"server  {address}\nlive    yes\nready   yes\n"), (text.ExitCode, text.Output));
        Assert.Equal(
            $$"""
            {
              "server": "{{address}}",
              "live": true,
              "ready": true
            }

            """,
            json.Output);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_how_to_start_a_server()
    {
        var address = $"http://127.0.0.1:{FreePort.OfTcp()}";

        var (exitCode, output, errors) = await CecSimTool.RunAsync("health", "--server", address);

        Assert.Equal((3, ""), (exitCode, output));
        Assert.Equal(
            $"cecsim: Nobody answers at {address}. Start a server with cecsim serve, or name another with " +
            "--server URL.\n",
            errors);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nHello")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nHello")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")]
    public async Task Whatever_else_answers_is_told_from_a_server(string answer)
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var running = CecSimTool.RunAsync("spaces", "--server", $"http://{stranger.LocalEndpoint}");
        using (var client = await stranger.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            using var request = new StreamReader(client.GetStream(), leaveOpen: true);
            await request.ReadLineAsync(TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        }

        var (exitCode, _, errors) = await running;

        Assert.Equal(3, exitCode);
        Assert.StartsWith($"cecsim: What answers at http://{stranger.LocalEndpoint} is no CecSim", errors);
    }

    [Fact]
    public async Task Another_spelling_of_a_space_is_offered()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var near = await cec.RunAsync("clock", "--space", "dmeo");
        var far = await cec.RunAsync("clock", "--space", "elsewhere");
        var none = await cec.RunAsync("clock");

        Assert.Equal(
            (1, "cecsim: No space is called dmeo; did you mean 'demo'? cecsim spaces lists all.\n"),
            (near.ExitCode, near.Errors));
        Assert.Equal(
            (1, "cecsim: No space is called elsewhere. cecsim spaces lists all.\n"), (far.ExitCode, far.Errors));
        Assert.Equal(
            (2, "cecsim: The server has several spaces. Name one with --space NAME: demo, mine.\n"),
            (none.ExitCode, none.Errors));
    }

    [Fact]
    public async Task A_server_with_a_key_takes_that_key_only_and_nobody_prints_it()
    {
        await using var cec = await CecSimTool.ServeOnAsync("http://0.0.0.0:0", "--control-key", Key);
        var server = $"http://127.0.0.1:{cec.Address.Port}";

        var without = await CecSimTool.RunAsync("spaces", "--server", server);
        var wrong = await CecSimTool.RunAsync("spaces", "--server", server, "--control-key", "wrong-key");
        var given = await CecSimTool.RunAsync("spaces", "--server", server, "--control-key", Key);
        var known = await CecSimTool.RunWith([("CECSIM_CONTROL_KEY", Key)], "spaces", "--server", server);
        var help = await CecSimTool.RunWith([("CECSIM_CONTROL_KEY", Key)], "spaces", "--help");

        Assert.Equal(
            (1, $"cecsim: The server at {server} asks for its control key. Give it with --control-key KEY or in " +
                "CECSIM_CONTROL_KEY.\n"),
            (without.ExitCode, without.Errors));
        Assert.Equal(
            (1, $"cecsim: The server at {server} does not take this control key: it was started with another, or " +
                "with none.\n"),
            (wrong.ExitCode, wrong.Errors));
        Assert.Equal((0, 0), (given.ExitCode, known.ExitCode));
        foreach (var said in (string[])[given.Output, known.Output, help.Output, help.Errors])
        {
            Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--server", "ftp://127.0.0.1")]
    [InlineData("--server", "127.0.0.1:5080")]
    [InlineData("--server", "http://127.0.0.1:5080/_cecsim")]
    [InlineData("--control-key", "a key")]
    [InlineData("--colour", "red")]
    public async Task A_wrong_argument_is_refused(string option, string value) =>
        Assert.Equal(2, (await CecSimTool.RunAsync("spaces", option, value)).ExitCode);
}
