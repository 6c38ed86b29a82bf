namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>A customer's page in a browser, and the agent at a softphone that knows no browser: plain RTP.</summary>
public sealed class SoftphoneAtTheOtherEndTests(Chromium chromium)
{
    private const double HertzApart = 15;

    [Theory]
    [InlineData("PCMU")]
    [InlineData(Baresip.Wideband)]
    [Shows("6/browser-and-desk-phone")]
    public async Task Both_hear_each_other_and_keys_hold_and_hanging_up_go_across(string codec)
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium, isAgentHere: false);
        await using var agent = Baresip.Start(
            tabs.Softphones,
            "udp",
            $"<sip:88881001@127.0.0.1;transport=udp>;auth_pass=cti-1234;answermode=auto;audio_codecs={codec}",
            hertz: TwoTabs.AgentHertz);
        await agent.SaysAsync("200 OK");
        await tabs.Customer.Locator("#voice").ClickAsync();
        await tabs.Customer.Locator("#phone[data-state=talking]").WaitForAsync();

        Assert.Equal(TwoTabs.AgentHertz, await TwoTabs.PitchAsync(tabs.Customer), HertzApart);
        await Pitch.HeardAsync(agent.Heard, TwoTabs.CustomerHertz);
        await tabs.Customer.Locator("#phone-keypad").GetByText("7", new() { Exact = true }).ClickAsync();
        await agent.SaysAsync("received event: '7'");

        agent.Command("/hold");
        await TwoTabs.SaysAsync(tabs.Customer, "The other side has put the call on hold.");
        agent.Command("/resume");
        await TwoTabs.SaysAsync(tabs.Customer, "You are talking.");
        agent.Command("/hangup");
        await TwoTabs.SaysAsync(tabs.Customer, "The other side has hung up.");
    }
}
