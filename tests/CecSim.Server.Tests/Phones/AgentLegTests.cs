using CecSim.Server.Phones;
using CecSim.Server.Tests.Gateway;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.WebRtc.Sdp;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>The agent's side of a call: what it is told, what it hears, and what is told of it.</summary>
public sealed class AgentLegTests
{
    private const string AgentMedia = $"{ControlAnswers.Space}/calls/1/media/agent";

    [Fact]
    public async Task An_agent_whom_the_customer_holds_is_shown_so_and_hears_music()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await using var agent = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        await using var peer = new TestPeer();
        var call = await InvitedCall.ConnectAsync(cec);
        using var customer = await call.OpenPhoneAsync();
        await peer.ConnectAsync(
            await customer.InviteAsync(call.AccessCode, call.Domain, offer: peer.Offer.ToString()));
        await IsAsync(cec, MediaDirection.SendReceive);

        await ReofferAsync(2, "sendonly");
        await IsAsync(cec, MediaDirection.SendOnly);
        // baresip plays nothing while it is held, so that its own ear cannot tell.
        await Eventually.IsTrueAsync("music", () => ReportOf(cec) is { Source: MediaSource.Music } report
            && report.Lines[0].PacketsOut > report.Lines[0].PacketsIn + 20);

        // The last that is wanted is the last that is shown, however fast they come.
        await ReofferAsync(3, "sendrecv");
        await ReofferAsync(4, "sendonly");
        await ReofferAsync(5, "sendrecv");
        await IsAsync(cec, MediaDirection.SendReceive);

        async Task ReofferAsync(int number, string direction) => Assert.StartsWith(
            "SIP/2.0 200 ",
            await customer.ReofferAsync(
                call.Domain, (peer.Offer with { AudioDirection = direction }).ToString(), number),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_agents_phone_said_is_told_after_the_call_too_and_both_are_in_one_recording()
    {
        var folder = Directory.CreateTempSubdirectory("cecsim-both-").FullName;
        await using var cec = await TestCec.StartAsync(
            Centre() with { RecordMedia = new RecordingSettings(folder) });
        await using var agent = await RegisterAsync(cec, "answermode=auto;audio_codecs=PCMU");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, "PCMU");
        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        var both = Path.Combine(folder, "demo-1-both.wav");
        await Eventually.IsTrueAsync("a recording", () => SharesOf(both) is (> 0.5, > 0.5));
        await call.Client.DropAsync();
        await agent.SaysAsync("session closed");

        var told = await cec.ReadAsync(AgentMedia);

        Assert.True((bool)told["heardAudio"]!);
        Assert.Equal("closed", (string)told["end"]!);
        Assert.Equal("pcmu", (string)told["lines"]![0]!["codec"]!);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("PCMU", "PCMU")]
    [InlineData("PCMA", "PCMU")]
    public async Task After_the_customer_held_and_came_back_sound_goes_both_ways_again(
        string customers, string agents)
    {
        const int SecondOfBoth = 4 * 8_000;
        var folder = Directory.CreateTempSubdirectory("cecsim-hold-").FullName;
        await using var cec = await TestCec.StartAsync(
            Centre() with { RecordMedia = new RecordingSettings(folder) });
        await using var agent = await RegisterAsync(cec, $"answermode=auto;audio_codecs={agents}");
        var call = await InvitedCall.ConnectAsync(cec);
        await using var customer = Call(cec, call, customers);
        await Pitch.HeardAsync(customer.Heard, AgentHertz);
        await Pitch.HeardAsync(agent.Heard, CustomerHertz);

        customer.Command("/hold");
        await IsAsync(cec, MediaDirection.SendOnly);
        var both = new FileInfo(Path.Combine(folder, "demo-1-both.wav"));
        both.Refresh();
        var had = both.Exists ? both.Length : 0;
        customer.Command("/resume");
        await IsAsync(cec, MediaDirection.SendReceive);

        // baresip writes down nothing more after a hold, with another baresip neither: what it says is in the
        // recording, and what goes to it is counted.
        var (toCustomer, toAgent) = (cec.MediaOf(1).Lines[0].PacketsOut, ReportOf(cec)!.Lines[0].PacketsOut);
        await Eventually.IsTrueAsync("both in the recording", () =>
        {
            both.Refresh();
            return both.Exists && both.Length > had + SecondOfBoth && SharesOf(both.FullName) is (> 0.5, > 0.5);
        });
        await Eventually.IsTrueAsync(
            "sound for both",
            () => cec.MediaOf(1) is { Source: MediaSource.Peer } report
                && report.Lines[0].PacketsOut > toCustomer + 50
                && ReportOf(cec) is { Source: MediaSource.Peer } other
                && other.Lines[0].PacketsOut > toAgent + 50);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_agent_without_a_phone_has_no_media()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await InvitedCall.ConnectAsync(cec);

        var answer = await new ControlApiClient(cec.Http).GetAsync("spaces/demo/calls/1/media/agent");

        Assert.Equal(409, answer.Status);
        Assert.Equal("No agent has answered it at a phone.", (string)answer.Body!["detail"]!);
    }

    // Of the last half of a second, the customer's tone at the left and the agent's at the right.
    private static (double Left, double Right) SharesOf(string file)
    {
        var samples = File.Exists(file) ? Wave.Read(new FileInfo(file)) : [];
        return (ShareOf(samples.Where((_, i) => i % 2 == 0), CustomerHertz),
            ShareOf(samples.Where((_, i) => i % 2 == 1), AgentHertz));

        static double ShareOf(IEnumerable<short> side, int hertz) => Pitch.ShareOf([.. side.TakeLast(4_000)], hertz);
    }

    private static Task IsAsync(TestCec cec, MediaDirection direction) => Eventually.IsTrueAsync(
        $"{direction}", () => ReportOf(cec)?.Lines[0].Direction == direction);

    private static MediaReport? ReportOf(TestCec cec) => (cec.Space.Calls.View[0].AgentPhone as PhoneLeg)?.Report();
}
