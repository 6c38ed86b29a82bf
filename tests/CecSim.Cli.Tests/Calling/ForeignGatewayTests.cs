namespace CecSim.Cli.Tests.Calling;

/// <summary>Gateways whose answers are not as CecSim writes them, called by the tool.</summary>
public sealed class ForeignGatewayTests
{
    private const string Transport =
        "a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:" +
        "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n" +
        "a=ice-ufrag:gate\r\na=ice-pwd:a-password-of-22-letters-or-more\r\na=setup:passive\r\n";

    private const string Line =
        "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

    [Theory]
    [InlineData("c=IN IP4 127.0.0.1\r\n" + Transport + Line, "ICE found no way to 127.0.0.1:9 within 2 s")]
    [InlineData(Transport + Line, "it has no candidate, and its default destination is without a c= line")]
    [InlineData("c=IN IP4 gw.example\r\n" + Transport + Line, "its default destination is gw.example, port 9")]
    [InlineData("c=IN IP4 127.0.0.1\r\n" + Line, "The answer has no a=fingerprint")]
    [InlineData("m=", "names no medium, port, protocol and formats")]
    [InlineData(null, "The answer has no SDP")]
    public async Task An_answer_that_leads_nowhere_ends_in_a_verdict_and_a_bye(string? answer, string verdict)
    {
        await using var gateway = new FakeGateway(
            _ => answer is null ? null : $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\n{answer}");
        using var folder = new ScenarioFolder();
        var scenario = folder.Write(
            "foreign.yaml",
            "name: foreign\nabout: Another gateway.\n" +
            $"calls: [{{ script: [connected: {{ gwAddresses: ['{gateway.Address}'] }}] }}]\n");
        await using var cec = await CecSimTool.ServeAsync("--scenario", scenario);

        var (exitCode, output, errors) = await CecSimTool.RunAsync(
            "call", $"{cec.Address}", "--with-media", "--media-wait", "2");

        Assert.Equal((1, ""), (exitCode, errors));
        var end = output[output.LastIndexOf(" s: failed: ", StringComparison.Ordinal)..];
        Assert.Contains(verdict, end, StringComparison.Ordinal);
        Assert.StartsWith("BYE ", await gateway.NextAsync(), StringComparison.Ordinal);
    }
}
