using System.Text.RegularExpressions;
using CecSim.Server.WebConsole;
using CecSim.Simulation.Scripts;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>What people do at the console.</summary>
public sealed class ConsoleTests(Chromium chromium)
{
    private static CancellationToken TestEnds => ConsoleSite.TestEnds;

    [Fact]
    public async Task Three_clicks_from_home_tell_that_a_client_renewed_one_token_instead_of_two()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        var stale = site.Http.DefaultRequestHeaders.GetValues("ccmessaging-token").Single();
        await site.Space.Time.AdvanceAsync(TimeSpan.FromHours(1), TestEnds);
        await site.SignInAsync();
        site.Http.DefaultRequestHeaders.Remove("ccmessaging-token");
        site.Http.DefaultRequestHeaders.Add("ccmessaging-token", stale);
        using var refused = await site.Http.GetAsync(
            $"{ConsoleSite.Messaging}/v1/getClickToCallEvents?channel=WEB", TestEnds);
        Assert.Equal(403, (int)refused.StatusCode);

        await site.Page.GetByRole(AriaRole.Link, new() { Name = "demo", Exact = true }).ClickAsync();
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "getClickToCallEvents" }).First.ClickAsync();

        var why = await site.Page.Locator(".why").InnerTextAsync();
        Assert.Contains("the ccmessaging-token is not a live", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_poll_is_answered_with_an_event_and_its_client_gets_it()
    {
        await using var site = await ConsoleSite.OpenAsync(
            chromium, new() { Calls = [new() { Script = Script.Nothing }] });
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.OpenViewAsync("time");
        var poll = await site.HeldPollAsync();

        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { Has = site.Page.GetByRole(AriaRole.Progressbar) });
        await row.GetByRole(AriaRole.Progressbar).WaitForAsync();
        await row.GetByRole(AriaRole.Combobox).SelectOptionAsync("connected");
        await row.GetByRole(AriaRole.Button, new() { Name = "Answer with" }).ClickAsync();

        Assert.Contains("168101", await poll, StringComparison.Ordinal);
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task A_request_is_sent_again_with_tokens_that_live()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        using var first = await site.Http.GetAsync(
            $"{ConsoleSite.Messaging}/v1/checkClickToCallSupport?channel=WEB&n=1", TestEnds);
        await site.Space.Time.AdvanceAsync(TimeSpan.FromHours(2), TestEnds);
        await site.OpenViewAsync("requests");
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "checkClickToCallSupport" }).ClickAsync();

        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "Answer: 200" }).ClickAsync();

        await site.Page.GetByText("checkClickToCallSupport?channel=WEB&n=1").WaitForAsync();
        await site.Page.GetByText("09:00:00").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task The_clock_is_advanced_and_a_held_poll_falls_due()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        var poll = await site.HeldPollAsync();
        await site.OpenViewAsync("time");

        await site.Page.GetByLabel("By", new() { Exact = true }).FillAsync("1h");
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();

        await poll;
        await site.Page.GetByText("Held now: 0.").WaitForAsync();
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await site.Page.GetByText("runs × 1").WaitForAsync();
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Stand still" }).ClickAsync();
        await site.Page.GetByText("stands still").WaitForAsync();
    }

    [Fact]
    public async Task A_fault_is_armed_by_its_form_strikes_and_is_disarmed()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.OpenViewAsync("faults");
        var form = site.Page.Locator("form");

        await form.GetByLabel(new Regex("^At")).SelectOptionAsync("applyToken");
        await form.GetByLabel(new Regex("^What goes wrong")).SelectOptionAsync("status: …");
        await form.GetByLabel("Its value").FillAsync("503");
        await form.GetByLabel(new Regex("^When")).SelectOptionAsync("first");
        await form.GetByRole(AriaRole.Button, new() { Name = "Arm a fault" }).ClickAsync();
        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "applyToken" });
        await row.GetByText("status: 503").WaitForAsync();
        await Assert.ThrowsAnyAsync<KeyNotFoundException>(() => site.SignInAsync());

        await row.GetByRole(AriaRole.Cell, new() { Name = "1", Exact = true }).First.WaitForAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Disarm" }).ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(site.Space.Faults.View);
    }

    [Fact]
    public async Task A_refused_act_is_said_in_the_servers_words()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.OpenViewAsync("agents");

        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "1001" });
        await row.GetByRole(AriaRole.Combobox).SelectOptionAsync("answer");
        await row.GetByRole(AriaRole.Button, new() { Name = "Do" }).ClickAsync();

        await row.GetByRole(AriaRole.Alert).GetByText("1001").WaitForAsync();
    }

    [Fact]
    public async Task A_space_is_made_of_a_scenario_by_its_name_reset_and_deleted()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        var form = site.Page.Locator("form").First;

        await form.GetByLabel("Name", new() { Exact = true }).FillAsync("trial");
        await form.GetByLabel("Scenario").FillAsync("queue-then-connect");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "trial" });
        await row.GetByText("queue-then-connect").WaitForAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();

        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task A_thousand_agents_with_hostile_names_and_as_many_calls_stay_legible_and_one_of_them_is_found()
    {
        const string Hostile = "<b>\u001b[31m\u202e";
        await using var site = await ConsoleSite.OpenAsync(chromium, ConsoleSite.Centre with
        {
            Agents = [.. Enumerable.Range(1001, 1_000).Select(n => new AgentSettings
            {
                WorkNo = n, Name = $"{Hostile}{n}", AccountCode = $"a{n}",
            })],
        });
        for (var i = 0; i < 300; i++)
        {
            await site.SignInAsync($"{Hostile}{i}");
            await site.ClickToCallAsync();
        }

        await site.OpenViewAsync("agents");
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Show more" }).WaitForAsync();
        await site.Page.GetByLabel("Search").FillAsync("1999");
        await site.Page.GetByRole(AriaRole.Rowheader, new() { Name = "1999", Exact = true }).WaitForAsync();
        await NothingIsMarkupAsync();
        await site.OpenViewAsync("calls");
        Assert.Equal(100, await site.Page.Locator("main tbody tr").CountAsync());
        await site.Page.GetByLabel("Search").FillAsync("7");
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "7", Exact = true }).ClickAsync();
        await site.Page.Locator(".facts").GetByText("connected").WaitForAsync();
        await NothingIsMarkupAsync();
        await site.OpenViewAsync("tokens");
        await site.Page.GetByText("600 of 600 are good.").WaitForAsync();
        await NothingIsMarkupAsync();
        Assert.Empty(site.Complaints);

        async Task NothingIsMarkupAsync() => Assert.Equal(0, await site.Page.Locator("main b").CountAsync());
    }

    [Fact]
    public async Task Names_and_bodies_of_clients_are_text_and_nobody_else_is_asked_for_anything()
    {
        const string Name = "<img src=//192.0.2.1/x onerror=alert(1)>";
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync(Name);
        await site.ClickToCallAsync();
        site.Http.DefaultRequestHeaders.Remove("Authorization");
        using var huge = await site.Http.PostAsync(
            $"{ConsoleSite.Messaging}/applyToken", new StringContent("<b>" + new string('x', 1_000_000)), TestEnds);

        await site.OpenViewAsync("requests");
        await site.Page.GetByRole(AriaRole.Cell, new() { Name = Name }).First.WaitForAsync();
        await NothingIsMarkupAsync();
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "createClickToCall" }).ClickAsync();
        await site.Page.Locator(".facts").GetByText(Name).WaitForAsync();
        await NothingIsMarkupAsync();
        await site.OpenViewAsync("requests");
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "applyToken" }).First.ClickAsync();
        await site.Page.GetByText("<b>xxx").WaitForAsync();
        await NothingIsMarkupAsync();
        foreach (var view in new[] { "agents", "time", "findings" })
        {
            await site.OpenViewAsync(view);
            await NothingIsMarkupAsync();
        }

        await site.OpenViewAsync("calls");
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).ClickAsync();
        await site.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("createClickToCall") }).ClickAsync();
        await site.Page.Locator("aside h4").WaitForAsync();

        await NothingIsMarkupAsync();
        Assert.Empty(site.Complaints);
        Assert.Equal([site.Address], site.Asked.Keys);

        async Task NothingIsMarkupAsync() =>
            Assert.Equal(0, await site.Page.Locator("main img, main b, main script").CountAsync());
    }

    [Fact]
    public async Task A_console_that_only_looks_has_nothing_to_change_anything_with()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, mode: ConsoleMode.Read);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Page.GetByText("This console only looks").WaitForAsync();
        await NothingChangesAsync();
        await site.OpenViewAsync("requests");
        var views = await site.Page.Locator("nav a").EvaluateAllAsync<string[]>(
            "links => links.map(link => link.hash.split('/').at(-1))");
        Assert.Contains("findings", views);
        foreach (var view in views)
        {
            await site.OpenViewAsync(view);
            await NothingChangesAsync();
        }

        await site.OpenViewAsync("calls/1");
        await site.Page.Locator(".ladder .step").First.WaitForAsync();
        await NothingChangesAsync();
        await site.OpenViewAsync("requests");
        await site.Page.Locator("tbody th a").First.ClickAsync();
        await site.Page.Locator(".why").WaitForAsync();
        await NothingChangesAsync();

        async Task NothingChangesAsync() => Assert.Equal(
            [],
            (await site.Page.Locator("main button").AllInnerTextsAsync())
                .Where(b => !b.StartsWith("Copy", StringComparison.Ordinal)
                    && !b.StartsWith("Save", StringComparison.Ordinal)
                    && b is not ("Show" or "Pause" or "Export" or "Make a scenario of these calls"
                        or "Larger" or "Smaller" or "Show more")));
    }
}
