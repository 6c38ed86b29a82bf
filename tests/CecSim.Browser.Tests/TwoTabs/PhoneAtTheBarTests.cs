namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>The phone of the agent's page beside the connection bar in it.</summary>
public sealed class PhoneAtTheBarTests(Chromium chromium)
{
    [Fact]
    public async Task Picking_up_at_the_phone_answers_in_the_bar_and_the_bar_hangs_up_the_phone()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);
        var bar = await SignInAsync(tabs.Agent);

        await tabs.TalkAsync();
        await bar.Locator("body[data-state=talking]").WaitForAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Hang up", Exact = true }).ClickAsync();

        await TwoTabs.SaysAsync(tabs.Agent, "The other side has hung up.");
        await TwoTabs.SaysAsync(tabs.Customer, "The other side has hung up.");
        Assert.Empty(tabs.Complaints);
    }

    [Fact]
    public async Task A_call_out_of_the_bar_is_answered_by_the_phone_by_itself()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);
        var bar = await SignInAsync(tabs.Agent);

        await tabs.Agent.Locator("#numbers button:enabled").First.ClickAsync();

        await TwoTabs.SaysAsync(tabs.Agent, "You are talking.");
        await bar.Locator("body[data-state=talking]").WaitForAsync();
        await tabs.Agent.Locator("#phone-hang-up").ClickAsync();
        await bar.Locator("body[data-state=wrapUp]").WaitForAsync();
    }

    [Fact]
    public async Task A_page_that_is_no_phone_rings_not_and_remembers_it()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);

        await tabs.Agent.GetByLabel("Phone in this page").UncheckAsync();
        await tabs.Agent.GetByText("This page is no phone.").WaitForAsync();
        await tabs.Agent.ReloadAsync();
        await tabs.Agent.GetByText("This page is no phone.").WaitForAsync();

        Assert.False(await tabs.Agent.GetByLabel("Phone in this page").IsCheckedAsync());
        Assert.Equal([], tabs.Space.Phones.View);
    }

    private static async Task<IFrameLocator> SignInAsync(IPage agent)
    {
        await agent.GetByRole(AriaRole.Button, new() { Name = "Load the connection bar" }).ClickAsync();
        await agent.Locator("#numbers button:enabled").First.WaitForAsync();
        await agent.Locator("#cckbar_popup > button").ClickAsync();
        var bar = agent.FrameLocator("iframe[name=ccbarclient]");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Status: Offline" }).ClickAsync();
        await bar.GetByRole(AriaRole.Menuitem, new() { Name = "Sign in" }).ClickAsync();
        await bar.Locator("body[data-state=ready]").WaitForAsync();
        return bar;
    }
}
