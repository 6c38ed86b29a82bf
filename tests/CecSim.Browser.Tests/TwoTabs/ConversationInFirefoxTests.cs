namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>The same in Firefox, with its own microphone for tests.</summary>
public sealed class ConversationInFirefoxTests
{
    private const string KeepConnection =
        """
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(configuration) { super(configuration), window.connection = this }
        }, true
        """;

    // A machine without loudspeakers has no sound in Firefox that could be measured.
    private const string HasReceived =
        """
        window.connection?.getStats().then((all) => all.forEach((s) => {
          window.received = s.type === 'inbound-rtp' && s.kind === 'audio' ? s.packetsReceived : window.received
        })), window.received > 50
        """;

    [Fact]
    public async Task Two_tabs_of_Firefox_hold_a_conversation()
    {
        // It sends nothing to an address of loopback.
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            Media = new() { Port = 0, BindAddress = System.Net.IPAddress.Any },
            Spaces = [TwoTabs.OneAgent],
        });
        await app.StartAsync(TwoTabs.TestEnds);
        await using var firefox = DrivenBrowser.StartFirefox(
            ("media.navigator.permission.disabled", true),
            ("media.navigator.streams.fake", true),
            ("media.autoplay.default", 0));
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
}
