using CecSim.Server.Gateway;

namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>A customer's page and an agent's page hold a conversation, as somebody does who opens both.</summary>
public sealed class ConversationTests(Chromium chromium)
{
    private const double HertzApart = 15;

    [Fact]
    [Shows("5/conversation", "9.3/agents-page")]
    public async Task Both_hear_each_other_the_agent_holds_comes_back_and_hangs_up_and_the_page_tells_it_in_words()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);
        var (customer, agent) = (tabs.Customer, tabs.Agent);
        await tabs.TalkAsync();

        Assert.Equal(TwoTabs.AgentHertz, await TwoTabs.PitchAsync(customer), HertzApart);
        Assert.Equal(TwoTabs.CustomerHertz, await TwoTabs.PitchAsync(agent), HertzApart);
        Assert.True(await IsSeenAsync(customer, "document.getElementById('phone-far-level').value > 30"));
        Assert.True(await IsSeenAsync(agent, "document.getElementById('phone-own-level').value > 30"));

        var events = tabs.Call.MediaEvents;
        Assert.Equal(new MediaEvent.Connected(), await events.ReadAsync(TwoTabs.TestEnds));
        await customer.Locator("#phone-keypad").GetByText("5", new() { Exact = true }).ClickAsync();
        await customer.Keyboard.PressAsync("9");
        Assert.Equal(new MediaEvent.Pressed("5"), await events.ReadAsync(TwoTabs.TestEnds));
        Assert.Equal(new MediaEvent.Pressed("9"), await events.ReadAsync(TwoTabs.TestEnds));

        await agent.Locator("#phone-hold").ClickAsync();
        await TwoTabs.SaysAsync(customer, "The other side has put the call on hold.");
        await TwoTabs.SaysAsync(agent, "You have put the call on hold.");
        await agent.Locator("#phone-hold").ClickAsync();
        await TwoTabs.SaysAsync(customer, "You are talking.");
        await agent.Locator("#phone-hang-up").ClickAsync();
        await TwoTabs.SaysAsync(customer, "The other side has hung up.");
        await TwoTabs.SaysAsync(agent, "You have hung up.");

        await customer.Locator("#wire").GetByText("168110 Call disconnected: the call was released").WaitForAsync();
        var wire = await customer.Locator("#wire").InnerTextAsync();
        Assert.All(
            (string[])
            [
                "POST tokenByAkSk: your own back end", "POST applyToken: ",
                "createClickToCall answered 200, resultCode 0",
                "168101 Call connected: an agent is there", "sent INVITE: a call, with an offer",
                "received 200 OK (INVITE): accepted", "received INVITE: the call is put on hold",
                "received BYE: the call is over",
                "connected: a way for the media is found", "connected: keys are agreed",
            ],
            line => Assert.Contains(line, wire, StringComparison.Ordinal));
        Assert.Equal([tabs.Address], tabs.Asked.Keys);
        Assert.Empty(tabs.Complaints);
        Assert.Empty(tabs.Guard.Failures);
    }

    [Fact]
    public async Task In_Chinese_they_see_each_other_and_the_customer_hangs_up()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium, locale: "zh-CN");
        await tabs.TalkAsync("#video", "#phone-answer-video");

        const string IsSeen = "document.getElementById('phone-far').videoWidth > 0";
        Assert.True(await IsSeenAsync(tabs.Customer, IsSeen));
        Assert.True(await IsSeenAsync(tabs.Agent, IsSeen));
        await TwoTabs.SaysAsync(tabs.Customer, "正在通话。");
        await tabs.Customer.GetByRole(AriaRole.Button, new() { Name = "挂断" }).ClickAsync();
        await TwoTabs.SaysAsync(tabs.Agent, "对方已挂断。");
        await TwoTabs.SaysAsync(tabs.Customer, "您已挂断。");
        await tabs.Customer.Locator("#wire").GetByText("呼叫已释放").WaitForAsync();
        Assert.Empty(tabs.Complaints);
    }

    private static Task<bool> IsSeenAsync(IPage page, string condition) =>
        page.EvaluateAsync<bool>(Waiting.Until(condition));
}
