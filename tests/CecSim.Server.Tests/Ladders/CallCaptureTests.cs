using CecSim.Server.Tests.Gateway;
using CecSim.Server.Tests.Phones;
using CecSim.Telephony.Capture;
using static System.StringComparison;

namespace CecSim.Server.Tests.Ladders;

/// <summary>A call as a capture file, read by Wireshark.</summary>
public sealed class CallCaptureTests
{
    private const string Pcap = $"{ControlAnswers.Space}/calls/1/pcap";

    [Fact]
    public async Task SIP_ICE_DTLS_and_RTP_of_both_ends_are_there_as_they_passed_and_DTLS_can_be_read_by_its_keys()
    {
        await using var cec = await TalkAsync();

        var file = await DownloadAsync(cec, Pcap);

        var invites = await Tshark.ReadAsync(file, "sip.Method == \"INVITE\"", "sip.Call-ID");
        Assert.Equal(2, invites.Distinct().Count());
        Assert.Empty(await Tshark.ReadAsync(file, "sip && _ws.malformed", "frame.number"));
        Assert.NotEmpty(await Tshark.ReadAsync(file, "stun.type == 0x0001", "stun.att.username"));
        Assert.NotEmpty(await Tshark.ReadAsync(file, "stun.type == 0x0101", "stun.type"));

        // Finished (RFC 5246, section 7.4.9) is sealed: whoever reads its type has the keys. Where both ends have one
        // address, Wireshark 4.0 loses track of the handshake over what it has learned of SDP.
        Assert.NotEmpty(await Tshark.ReadAsync(
            file, "dtls.handshake.type == 20", ["--disable-protocol", "sip"], "dtls.handshake.type"));

        // The agent's phone has plain RTP, whose port its INVITE tells.
        Assert.NotEmpty(await Tshark.ReadAsync(file, "rtp.p_type == 0 && !srtp.enc_payload", "rtp.ssrc"));
        Assert.NotEmpty(await Tshark.ReadAsync(file, "srtp.enc_payload", "rtp.seq"));
        Assert.Empty(
            await Tshark.ReadAsync(file, "ip.checksum.status == 0 || udp.checksum.status == 0", "frame.number"));
    }

    [Fact]
    public async Task The_ladder_has_ICE_DTLS_RTP_and_RTCP_of_both_ends_in_their_order()
    {
        await using var cec = await TalkAsync();

        using var answer = await cec.Http.GetAsync(
            $"{ControlAnswers.Space}/calls/1/ladder", TestContext.Current.CancellationToken);
        var steps = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!
            ["steps"]!.AsArray()
            .Select(s => (
                Protocol: (string)s!["protocol"]!, From: (string)s["from"]!, Label: (string)s["label"]!,
                Detail: (string?)s["detail"]))
            .ToList();

        int At(string protocol, string from, string label) =>
            steps.FindIndex(s => s.Protocol == protocol && s.From == from && s.Label.Contains(label, Ordinal));
        int[] order =
        [
            At("ice", "customer", "Binding request"), At("ice", "gateway", "Binding success"),
            At("dtls", "customer", "ClientHello"), At("dtls", "gateway", "ServerHello"),
            At("dtls", "customer", "Finished"), At("dtls", "gateway", "Finished"),
            At("rtp", "customer", "payload type 0"),
        ];
        Assert.Equal(order.Order(), order);
        Assert.True(order[0] >= 0, string.Join('\n', steps));
        Assert.True(At("rtp", "phone", "payload type 0") > 0);
        Assert.True(At("rtp", "gateway", "payload type 0") > 0);
        Assert.Contains(" times, the last after ", steps[At("rtp", "phone", "payload type 0")].Detail, Ordinal);

        // However long it was, each kind of packet is there once.
        Assert.Equal(
            steps.Count(s => s.Protocol is "ice" or "dtls" or "rtp" or "rtcp"),
            steps.Where(s => s.Protocol is "ice" or "dtls" or "rtp" or "rtcp")
                .Select(s => (s.From, s.Label, s.Detail)).Distinct().Count());
    }

    [Fact]
    public async Task Decrypted_it_has_the_sound_of_a_customer_who_had_sent_SRTP()
    {
        await using var cec = await TalkAsync();

        var file = await DownloadAsync(cec, $"{Pcap}?decrypted=true");

        var gateway = $"{cec.Gateway.MediaAt!.Port}";
        var packets = await Tshark.ReadAsync(file, $"udp.dstport == {gateway}", "udp.payload", "frame.comment");
        Assert.NotEmpty(packets);

        // 12 bytes of a header, those of an extension where it has one, and the 160 of 20 ms of PCMU.
        Assert.Contains(packets, p => p.Split('\t')[0].Length is >= 2 * 172 and < 2 * 188);
        Assert.All(packets, p => Assert.Equal("decrypted", p.Split('\t')[1]));
        Assert.Empty(await Tshark.ReadAsync(file, "dtls || stun", "frame.number"));
    }

    [Fact]
    public async Task SIP_by_WebSocket_is_there_without_its_secrets_and_a_server_that_keeps_no_media_says_so()
    {
        await using var cec = await TestCec.StartAsync();
        var call = await InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();
        await customer.InviteAsync(call.AccessCode, call.Domain);
        await customer.ByeAsync(call.Domain);

        var file = await DownloadAsync(cec, Pcap);

        Assert.Equal(
            ["INVITE\tby WS", "ACK\tby WS", "BYE\tby WS"],
            await Tshark.ReadAsync(file, "sip.Method", "sip.Method", "frame.comment"));
        Assert.Matches("a=ice-pwd:\\*\\*\\*", Encoding.UTF8.GetString(file));
        Assert.Contains("No media: the server has no --capture-media.", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public async Task A_call_that_never_was_has_no_file()
    {
        await using var cec = await TestCec.StartAsync();

        using var answer = await cec.Http.GetAsync(Pcap, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<TestCec> TalkAsync()
    {
        var centre = PhoneBench.Centre();
        var cec = await TestCec.StartAsync(
            centre with { Media = centre.Media with { Capture = new PacketCaptureSettings() } });
        await using var agent = await PhoneBench.RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = PhoneBench.Call(cec, call, "PCMU");
        await Pitch.HeardAsync(customer.Heard, PhoneBench.AgentHertz);
        await Pitch.HeardAsync(agent.Heard, PhoneBench.CustomerHertz);
        await call.Client.DropAsync();
        await agent.SaysAsync("session closed");
        return cec;
    }

    private static async Task<byte[]> DownloadAsync(TestCec cec, string path)
    {
        using var answer = await cec.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(Pcapng.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("0", answer.Headers.GetValues("X-CecSim-Dropped").Single());
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
