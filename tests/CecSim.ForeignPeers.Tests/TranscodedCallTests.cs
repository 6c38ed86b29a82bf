using System.Net;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Queues;
using CecSim.Simulation.Spaces;

namespace CecSim.ForeignPeers.Tests;

/// <summary>A conversation of two stacks that were not written here and have no codec in common.</summary>
public sealed class TranscodedCallTests
{
    private const double HertzApart = 25;

    private const int PcmuPacketBytes = 12 + 160;

    [Fact]
    [Shows("6/transcoded")]
    public async Task A_customer_in_GStreamer_with_Opus_hears_its_own_tone_from_an_agents_sipp_with_PCMU()
    {
        await using var server = await CustomerServer.StartAsync(
            IPAddress.Any,
            new SpaceSettings
            {
                Queues = [new QueueSettings { Name = "voice", Type = QueueType.VoiceClickToDial }],
                Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "88881001", SipPassword = "cti-1234" }],
            });
        await using var agent = SippPhone.Start(server.Softphones, "88881001", "cti-1234");
        await server.HasPhoneAsync();
        await using var customer = PeerProcess.Start("gstreamer-phone.py");
        await customer.CallAsync(await server.CreateCallAsync());

        Assert.Equal(440, await customer.PitchAsync(), HertzApart);
        Assert.Equal("opus", CodecOf(await server.ReportAsync(_ => true)));
        Assert.Equal("pcmu", CodecOf(await server.ReportAsync(_ => true, side: "/agent")));

        await customer.HangUpAsync();
        var sent = (await server.ReportAsync(r => r["end"] is not null, side: "/agent"))["lines"]![0]!;

        // An echo gives Opus back too: what went to the phone must have been 20 ms of PCMU in each packet.
        Assert.Equal(PcmuPacketBytes * (long)sent["packetsOut"]!, (long)sent["bytesOut"]!);
    }

    private static string? CodecOf(JsonNode report) => (string?)report["lines"]![0]!["codec"];
}
