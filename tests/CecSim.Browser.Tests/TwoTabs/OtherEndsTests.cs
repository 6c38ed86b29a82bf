namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>Calls of the customer's page that nobody takes, and its text chat.</summary>
public sealed class OtherEndsTests(Chromium chromium)
{
    [Fact]
    public async Task A_customer_who_hangs_up_while_it_rings_is_gone_and_a_call_that_is_declined_waits_again()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);

        await tabs.Customer.Locator("#voice").ClickAsync();
        await tabs.Agent.Locator("#phone-answer").WaitForAsync();
        await tabs.Customer.Locator("#phone-hang-up").ClickAsync();
        await TwoTabs.SaysAsync(tabs.Customer, "The call is over.");
        await TwoTabs.SaysAsync(tabs.Agent, "The other side has hung up.");

        await tabs.Customer.Locator("#voice:enabled").ClickAsync();
        await tabs.Agent.Locator("#phone-decline").ClickAsync();
        await TwoTabs.SaysAsync(tabs.Agent, "You have hung up.");
        await TwoTabs.SaysAsync(tabs.Customer, "You are in the queue.");
        await tabs.Customer.Locator("#phone-hang-up").ClickAsync();
        await TwoTabs.SaysAsync(tabs.Customer, "The call is over.");
        await tabs.Customer.Locator("#voice:enabled").WaitForAsync();
    }

    [Fact]
    public async Task A_customer_writes_and_reads_answers_and_what_is_written_is_no_HTML()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium);
        var page = tabs.Customer;

        await page.Locator("#chat").ClickAsync();
        await page.Locator("#message:enabled").FillAsync("<b>Hello</b>");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#messages li:not(.own)").First.WaitForAsync();
        await page.Locator("#end-chat").ClickAsync();
        await page.GetByText("The chat is over.").WaitForAsync();

        Assert.Equal("<b>Hello</b>", await page.Locator("#messages li.own span").InnerTextAsync());
        Assert.Empty(tabs.Complaints);
    }
}
