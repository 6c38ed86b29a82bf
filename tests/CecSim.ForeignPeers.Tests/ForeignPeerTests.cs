using System.Net;

namespace CecSim.ForeignPeers.Tests;

/// <summary>
/// A call of each WebRTC stack and phone that people connect with and that was not written here: echo, hold, and both
/// ways to hang up. What cannot be started here fails.
/// </summary>
public sealed class ForeignPeerTests
{
    private static readonly IReadOnlyDictionary<string, (string Script, IPAddress MediaBind)> Peers =
        new Dictionary<string, (string, IPAddress)>
        {
            ["Firefox"] = ("firefox-phone.mjs", IPAddress.Any),
            ["GStreamer"] = ("gstreamer-phone.py", IPAddress.Any),
            ["libwebrtc in Node"] = ("wrtc-phone.mjs", IPAddress.Loopback),
            ["Linphone"] = ("linphone-phone.mjs", IPAddress.Loopback),
            ["werift"] = ("werift-phone.mjs", IPAddress.Loopback),
        };

    public static TheoryData<string, bool> Calls
    {
        get
        {
            var calls = new TheoryData<string, bool>();
            foreach (var peer in Peers.Keys)
            {
                calls.Add(peer, true);
                calls.Add(peer, false);
            }

            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_is_echoed_held_resumed_and_ended(string peer, bool endsByCustomer)
    {
        var (script, mediaBind) = Peers[peer];
        await using var server = await CustomerServer.StartAsync(mediaBind);
        await using var phone = PeerProcess.Start(script);

        await phone.CallAsync(await server.CreateCallAsync());
        await phone.HearsAsync();

        await phone.HoldAsync();
        var held = await server.ReportAsync(r => DirectionOf(r) == "receiveOnly");
        var later = await server.ReportAsync(r => PacketsIn(r) >= PacketsIn(held) + 25 || !SendsOnHold(peer));
        Assert.Equal(PacketsOut(held), PacketsOut(later));

        await phone.ResumeAsync();
        await server.ReportAsync(r => DirectionOf(r) == "sendReceive");
        await phone.HearsAsync();

        if (endsByCustomer)
        {
            await phone.HangUpAsync();
        }
        else
        {
            await server.ReleaseByAgentAsync();
            await phone.EndedAsync();
        }

        var released = (await server.EventAsync(168110))["content"]!;
        Assert.Equal(
            endsByCustomer ? "released by the customer" : "normal release", (string?)released["causeDesc"]);
        var report = await server.ReportAsync(r => r["end"] is not null);
        Assert.True((bool?)report["heardAudio"] is null or true, $"{report}");
    }

    // Linphone sends nothing while it holds.
    private static bool SendsOnHold(string peer) => peer != "Linphone";

    private static string? DirectionOf(JsonNode report) => (string?)report["lines"]![0]!["direction"];

    private static long PacketsIn(JsonNode report) => (long)report["lines"]![0]!["packetsIn"]!;

    private static long PacketsOut(JsonNode report) => (long)report["lines"]![0]!["packetsOut"]!;
}
