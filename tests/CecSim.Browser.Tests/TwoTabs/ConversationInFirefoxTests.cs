using System.Net;
using CecSim.Server.Gateway;
using CecSim.Telephony.Media.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>The same in Firefox, with its own microphone for tests.</summary>
public sealed class ConversationInFirefoxTests
{
    private const int FirefoxHertz = 1_000;

    private const string KeepConnection =
        """
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(configuration) { super(configuration), window.connection = this }
        }, true
        """;

    // A machine without loudspeakers has no sound in Firefox that could be measured, but for how much of it there was.
    private const string HasReceived =
        """
        window.connection?.getStats().then((all) => all.forEach((s) => {
          window.received = s.type === 'inbound-rtp' && s.kind === 'audio' ? s : window.received
        })), window.received?.packetsReceived > 50 && window.received.totalAudioEnergy > 0
        """;

    [Fact]
    [Shows("5/conversation", "9.3/agents-page")]
    public async Task Two_tabs_of_Firefox_hold_a_conversation()
    {
        await using var app = Centre(new CecSimArgs());
        await app.StartAsync(TwoTabs.TestEnds);
        await using var firefox = StartFirefox();
        var address = new Uri(app.Urls.Single());

        var agent = await firefox.OpenAsync(new Uri(address, "/demo/agent"));
        await agent.UntilAsync("!document.getElementById('dial-button').disabled");
        var customer = await firefox.OpenAsync(new Uri(address, "/demo/customer"));
        await agent.EvaluateAsync(KeepConnection);
        await customer.EvaluateAsync(KeepConnection);
        await customer.ClickAsync("#voice");
        await agent.UntilAsync("!document.getElementById('phone-answer').hidden");
        await agent.ShowAsync();
        await agent.ClickAsync("#phone-answer");

        await agent.UntilAsync(HasReceived);
        await customer.ShowAsync();
        await customer.UntilAsync(HasReceived);
        await customer.ClickAsync("#phone-hang-up");
        await agent.UntilAsync("document.getElementById('phone').dataset.state === 'none'");
        await app.StopAsync(TwoTabs.TestEnds);
    }

    [Fact]
    [Shows("6/browser-and-desk-phone")]
    public async Task A_customer_in_Firefox_and_an_agent_at_Linphone_hear_each_other_and_Linphone_hangs_up()
    {
        var folder = Directory.CreateTempSubdirectory("cecsim-firefox-");
        await using var app = Centre(
            new CecSimArgs { SipPort = 0, RecordMedia = new RecordingSettings(folder.FullName) });
        await app.StartAsync(TwoTabs.TestEnds);
        var softphones = app.Services.GetRequiredService<CallGateway>().Softphones[0];
        await using var agent = Linphone.Start(softphones, "88881001", "cti-1234", TwoTabs.AgentHertz);
        var space = app.Services.GetRequiredService<Server.Spaces.SpaceDirectory>().First;
        await Eventually.IsTrueAsync("a registered phone", () => space.Phones.HasPhone(1001));
        await using var firefox = StartFirefox();
        var customer = await firefox.OpenAsync(new Uri(new Uri(app.Urls.Single()), "/demo/customer"));
        await customer.EvaluateAsync(KeepConnection);

        await customer.ClickAsync("#voice");

        await customer.UntilAsync(HasReceived);
        await Pitch.HeardAsync(agent.Heard, FirefoxHertz);
        await Pitch.HeardAsync(() => AgentIn(folder), TwoTabs.AgentHertz);
        agent.Command("terminate");
        await customer.UntilAsync(
            "document.getElementById('phone-state').textContent === 'The other side has hung up.'");
        folder.Delete(recursive: true);
    }

    // It sends nothing to an address of loopback.
    private static WebApplication Centre(CecSimArgs args) => CecSimHost.Build(args with
    {
        Urls = ["http://127.0.0.1:0"],
        Media = new() { Port = 0, BindAddress = IPAddress.Any },
        Spaces = [TwoTabs.OneAgent],
    });

    private static DrivenBrowser StartFirefox() => DrivenBrowser.StartFirefox(
        ("media.navigator.permission.disabled", true),
        ("media.navigator.streams.fake", true),
        ("media.autoplay.default", 0));

    // The right side of the file of both is the agent's phone, as it came to the gateway.
    private static short[] AgentIn(DirectoryInfo recordings) =>
        recordings.GetFiles("*-both.wav") is [var both] ? [.. Wave.Read(both).Where((_, i) => i % 2 == 1)] : [];
}
