namespace CecSim.Browser.Tests.WebConsole;

/// <summary>Agents at the console, driven by hand.</summary>
public sealed class AgentViewTests(Chromium chromium)
{
    [Fact]
    public async Task An_agent_hands_its_call_on_to_whom_it_is_told()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, ConsoleSite.Centre with
        {
            Agents = [new() { WorkNo = 1001, AccountCode = "11" }, new() { WorkNo = 1002, AccountCode = "12" }],
        });
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(10), ConsoleSite.TestEnds);
        var served = site.Space.Agents.View.Single(a => a.Caller is not null).WorkNo;
        var other = served == 1001 ? 1002 : 1001;
        await site.OpenViewAsync("agents");

        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "mia" });
        await row.GetByLabel($"Do {served}").SelectOptionAsync("transfer");
        await row.GetByLabel($"Kind {served}").SelectOptionAsync("agent");
        await row.GetByLabel($"To whom {served}").FillAsync($"{other}");
        await row.GetByRole(AriaRole.Button, new() { Name = "Do" }).PressAsync("Enter");

        await site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"{other}" })
            .Filter(new() { HasText = "mia" }).WaitForAsync();
        Assert.Equal(other, site.Space.Agents.View.Single(a => a.Caller is not null).WorkNo);
        Assert.Empty(site.Complaints);
    }
}
