namespace CecSim.Server.Tests.Gateway;

/// <summary>A foreign softphone, over UDP and TCP.</summary>
public sealed class BaresipTests
{
    private static readonly CecSimArgs WithRegistrar = new()
    {
        SipPort = 0,
        Spaces =
        [
            new SpaceSettings
            {
                Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "88881001", SipPassword = "cti-1234" }],
            },
        ],
    };

    [Theory]
    [InlineData("udp", "cti-1234", "200 OK")]
    [InlineData("tcp", "cti-1234", "200 OK")]
    [InlineData("udp", "guess", "401 ")]
    public async Task An_agents_softphone_registers_with_its_own_password_only(
        string transport, string password, string answer)
    {
        await using var cec = await TestCec.StartAsync(WithRegistrar);

        await using var phone = Baresip.Start(
            cec.Softphones,
            transport,
            $"<sip:88881001@127.0.0.1;transport={transport}>;auth_pass={password};regint=60");

        await phone.SaysAsync(answer);
    }

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task A_softphone_calls_as_the_event_told_and_hears_itself(string transport)
    {
        await using var cec = await TestCec.StartAsync(WithRegistrar);
        var call = await InvitedCall.ConnectAsync(cec);

        await using var phone = Baresip.Start(
            cec.Softphones,
            transport,
            $"<sip:AnonymousCard@{call.Domain};transport={transport}>;regint=0;medianat=ice;mediaenc=dtls_srtp;" +
            "audio_codecs=PCMU",
            $"/dial sip:{call.AccessCode}@{call.Domain}");
        await phone.SaysAsync("verified sha-256 fingerprint OK");
        await phone.SaysAsync("incoming rtp for 'audio' established");

        var media = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.Equal(
            ("aeadAes128Gcm", true, true, "pcmu"),
            ((string?)media["dtls"]!["profile"], (bool)media["dtls"]!["fingerprintMatches"]!,
                (bool)media["heardAudio"]!, (string?)media["lines"]![0]!["codec"]));
        Assert.InRange((int)media["lines"]![0]!["peakLevel"]!, -13, -11);
        await call.Client.DropAsync();
        await phone.SaysAsync("audio: destroyed (started=1)");
    }
}
