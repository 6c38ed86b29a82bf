using CecSim.Cli.Tests.Control;

namespace CecSim.Cli.Tests.Calling;

/// <summary>The call at the gateway, from one end to the other.</summary>
public sealed class PhoneTests
{
    [Fact]
    public async Task A_call_with_media_is_shown_to_its_end_and_says_what_it_heard()
    {
        await using var cec = await CecSimTool.ServeAsync();

        var (exitCode, output, errors) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--with-media", "--talk", "0.2");

        Assert.Equal((0, ""), (exitCode, errors));
        string[] steps =
        [
            @"WS   open                     ok      ws://127\.0\.0\.1:\d+/sip",
            "SIP  INVITE                   ok      200 OK",
            @"ICE  path                     ok      127\.0\.0\.1:\d+ to 127\.0\.0\.1:\d+",
            "DTLS handshake                ok      AeadAes128Gcm",
            "RTP  first packet             ok      Opus",
            "SIP  goodbye                  ok      BYE: 200 OK",
        ];
        // Polls that are answered meanwhile are told in between.
        Assert.Matches(
            string.Join(@"\n(?:[^\n]*\n)*?", steps.Select(s => $@" +\d+\.\d{{3}} +\d+\.\d{{3}}  {s}")), output);
        Assert.Matches(
            @"\n\d+\.\d{3} s: sound: connected to \d{15}, ended by 168110 Call disconnected\n" +
            @"  set up in \d+ ms, first packet after \d+ ms\n" +
            @"  heard opus: \d+ packets, 0 lost, jitter \d+\.\d ms, \d+ sent, up to -1\d dBov\n$",
            output);
        Assert.DoesNotContain("dropClickToCall", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_of_sound_and_pictures()
    {
        await using var cec = await CecSimTool.ServeAsync();

        var (exitCode, output, _) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--with-media", "--media", "video", "--talk", "0.2", "--json");

        var call = JsonNode.Parse(output)!;
        var phone = call["phone"]!;
        Assert.Equal((0, true, true), (exitCode, (bool)call["sound"]!, (bool)phone["sound"]!));
        Assert.Equal("aeadAes128Gcm", (string?)phone["profile"]);
        string[] steps = ["open", "invite", "path", "handshake", "firstPacket", "goodbye"];
        Assert.Equal(steps, phone["steps"]!.AsArray().Select(s => (string?)s!["step"]));
        var (sound, pictures) = (phone["lines"]![0]!, phone["lines"]![1]!);
        Assert.Equal(("opus", "vp8", 0), ((string?)sound["codec"], (string?)pictures["codec"], (int)sound["lostIn"]!));
        Assert.True((int)sound["voicedPackets"]! > 0 && (int)pictures["keyFrames"]! > 0);
        Assert.True((double)phone["setUpMs"]! >= (double)phone["answeredAfterMs"]!);
    }

    [Fact]
    public async Task Without_the_option_no_call_is_made_at_the_gateway()
    {
        await using var cec = await CecSimTool.ServeAsync();

        var (_, output, _) = await CecSimTool.RunAsync("call", $"{cec.Address}", "--talk", "0", "--json");

        Assert.Null(JsonNode.Parse(output)!["phone"]);
    }

    [Fact]
    public async Task A_gateway_with_tls_is_trusted_by_the_same_ca()
    {
        await using var cec = await CecSimTool.ServeAsync();
        using var folder = new ScenarioFolder();
        var ca = folder.File("ca.pem");
        await CecSimTool.RunAsync("certs", "export", "--pem", ca);

        var (exitCode, output, _) = await CecSimTool.RunAsync(
            "call", $"{cec.SecureAddress}", "--with-media", "--talk", "0", "--ca", ca);

        Assert.Equal(0, exitCode);
        Assert.Contains("ok      wss://localhost:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ sipStatus: { code: 486, reason: Lunch } }", "the INVITE was refused with 486 Lunch", "no room")]
    [InlineData("noAnswer", "it rang, and nobody answered for 2 s", "--media-wait SECONDS")]
    [InlineData("iceBlackhole", "within 2 s: no check was answered", "Let UDP through to that address")]
    [InlineData("dtlsFailure", "the DTLS handshake failed: The peer sent alert 40.", "no DTLS 1.2 cipher")]
    [InlineData("oneWayAudio", "one-way audio: no sound came, while ", "none comes back")]
    [InlineData("{ packetLoss: 0.5 }", " packets of sound were lost (", "loses or delays packets")]
    [InlineData("{ socketDrops: 2s }", "the gateway's WebSocket broke", "drops WebSockets")]
    [InlineData("{ gatewayHangsUp: 2s }", "the gateway hung up", "See why the gateway hangs up")]
    public async Task Each_fault_of_the_gateway_has_a_verdict_and_a_remedy(string fault, string verdict, string remedy)
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "broken.yaml",
            $"name: broken\nabout: The gateway has a fault.\nfaults: [{{ at: invite, inject: {fault} }}]\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var wait = fault is "noAnswer" or "iceBlackhole" ? "2" : "10";
        var talk = fault.Contains("2s", StringComparison.Ordinal) ? "60" : "1";
        var (exitCode, output, errors) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--with-media", "--talk", talk, "--media-wait", wait);

        Assert.Equal((1, ""), (exitCode, errors));
        var end = output[output.LastIndexOf(" s: failed: ", StringComparison.Ordinal)..];
        Assert.Contains(verdict, end, StringComparison.Ordinal);
        Assert.Contains(remedy, end, StringComparison.Ordinal);
        Assert.Contains("\n  the click-to-call itself: ", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_who_hangs_up_first_spoils_nothing()
    {
        await using var cec = await FrozenSpace.ServeAsync(
            "name: short\nabout: Soon over.\ncalls: [{ script: [connected, wait: 12s, released] }]\n");
        await using var call = CecSimTool.Start(
            "call", $"{cec.Address}", "--app-key", "cecsim-mine-key", "--app-secret", "cecsim-mine-secret",
            "--with-media", "--talk", "60");
        await call.ReadToAsync("first packet");

        await cec.MineAsync("clock", "advance", "12s");

        Assert.Equal(0, await call.EndAsync());
        Assert.Matches(@" s: sound: .*\n  set up in \d+ ms", await call.ReadToEndAsync());
    }

    [Theory]
    [InlineData("wss://gateway.example/sip", "which is not on 127.0.0.1. If you know it, name it too: --gateway ")]
    [InlineData("http://127.0.0.1/sip", "names 'http://127.0.0.1/sip', which is no WebSocket")]
    public async Task A_gateway_that_nobody_named_is_not_called(string gateway, string verdict)
    {
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "elsewhere.yaml",
            "name: elsewhere\nabout: Somewhere else.\n" +
            $"calls: [{{ script: [connected: {{ gwAddresses: ['{gateway}'] }}] }}]\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var (exitCode, output, _) = await CecSimTool.RunAsync("call", $"{cec.Address}", "--with-media");

        Assert.Equal(1, exitCode);
        Assert.Contains(verdict, output, StringComparison.Ordinal);
        Assert.DoesNotContain("WS   open", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_does_not_open_is_told_apart_and_the_next_one_is_tried()
    {
        await using var cec = await CecSimTool.ServeAsync();
        using var folder = new ScenarioFolder();
        var dead = new Uri(cec.Address, "/nowhere");
        var scenario = folder.Write(
            "two.yaml",
            "name: two\nabout: The first gateway is none.\ncalls: [{ script: [connected: { gwAddresses: " +
            $"['ws://{dead.Authority}/nowhere', 'ws://{dead.Authority}/sip'] }}] }}]\n");
        await using var other = await CecSimTool.ServeAsync("--scenario", scenario);

        // The other server's gateway knows nothing of the call, but its socket opens.
        var (exitCode, output, _) = await CecSimTool.RunAsync("call", $"{other.Address}", "--with-media");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"WS   open                     ---     .*404", output);
        Assert.Contains("failed: the INVITE was refused with 404", output, StringComparison.Ordinal);
        Assert.Contains("expects another number, domain or caller", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_call_leaves_the_gateway_too()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        await using var call = CecSimProcess.Start("call", $"{cec.Address}", "--with-media", "--talk", "3600");
        await call.ReadToAsync("first packet");

        var exitCode = await call.InterruptAsync();

        var rest = await call.ReadToEndAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("SIP  goodbye                  ok      BYE: 200 OK", rest);
        Assert.EndsWith(" s: failed: interrupted\n", rest);
    }

    [Theory]
    [InlineData("--gateway=https://gw.example", "is no address of a gateway such as wss://")]
    [InlineData("--media-wait=0", "--media-wait must be 0.1 to 180.")]
    public async Task What_is_asked_for_wrongly_is_said_before_any_request(string argument, string remedy)
    {
        var (exitCode, output, errors) = await CecSimTool.RunAsync("call", "--with-media", argument);

        Assert.Equal(2, exitCode);
        Assert.DoesNotContain("tokenByAkSk", output, StringComparison.Ordinal);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
    }
}
