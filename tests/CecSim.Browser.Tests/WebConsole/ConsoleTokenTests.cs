namespace CecSim.Browser.Tests.WebConsole;

/// <summary>Tokens of a space's clients at the console, and the moments at which they end.</summary>
public sealed class ConsoleTokenTests(Chromium chromium)
{
    [Theory]
    [InlineData("Revoke access-1", "revoked", 403)]
    [InlineData("Expire messaging-1", "expired", 403)]
    public async Task A_token_is_ended_and_its_client_refused(string button, string state, int status)
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.OpenViewAsync("tokens");
        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = button.Split(' ')[1] });
        await row.GetByText("mia").WaitForAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await row.GetByText(state).WaitForAsync();

        using var refused = await site.Http.GetAsync(
            $"{ConsoleSite.Messaging}/v1/checkClickToCallSupport?channel=WEB", ConsoleSite.TestEnds);
        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Equal(0, await row.GetByRole(AriaRole.Button).CountAsync());
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task Tokens_are_told_with_how_long_they_are_good_and_found_by_their_user()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync("leo");
        await site.SignInAsync("mia");
        await site.Space.Time.AdvanceAsync(TimeSpan.FromMinutes(1), ConsoleSite.TestEnds);
        await site.OpenViewAsync("tokens");

        await site.Page.GetByText("4 of 4 are good.").WaitForAsync();
        await site.Page.GetByLabel("Search").FillAsync("leo");
        await site.Page.GetByText("2 of 2 are good.").WaitForAsync();

        var rows = site.Page.Locator("main tbody tr");
        await rows.Filter(new() { HasText = "59:00" }).WaitForAsync();
        await rows.Filter(new() { HasText = "9:00" }).First.WaitForAsync();
        Assert.Equal(2, await rows.CountAsync());
    }

    [Fact]
    public async Task What_is_due_is_listed_and_time_goes_as_far_as_one_of_it()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        var poll = await site.HeldPollAsync();
        await site.OpenViewAsync("time");
        var due = site.Page.GetByRole(AriaRole.Region, new() { Name = "What is due next" });
        await due.GetByRole(AriaRole.Row).Filter(new() { HasText = "poll hold" }).WaitForAsync();

        await due.GetByRole(AriaRole.Row).Filter(new() { HasText = "end of access-1" })
            .GetByRole(AriaRole.Button, new() { Name = "Advance to here" }).ClickAsync();

        await poll;
        await site.Page.Locator(".clock").GetByText("2026-01-05 09:10:00").WaitForAsync();
        await due.GetByText("poll hold").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await due.GetByText("end of access-1").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(site.Complaints);
    }
}
