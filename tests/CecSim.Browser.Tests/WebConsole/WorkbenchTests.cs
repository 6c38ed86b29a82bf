using CecSim.Server.WebConsole;
using CecSim.Simulation.Scripts;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>A scenario is written at the console: with what may stand there, its mistakes, and its story.</summary>
public sealed class WorkbenchTests(Chromium chromium)
{
    private const string Sound =
        """
        name: two-rules
        calls:
          - match: { userId: vip }
            script: [queued, wait: 1h, connected, wait: 2s, released]
          - script: [failed]
        """;

    [Fact]
    public async Task A_scenario_that_is_written_tells_its_story_and_becomes_a_space()
    {
        await using var site = await OpenAsync();

        await WriteAsync(site, Sound);

        await site.Page.GetByText("No mistakes.").WaitForAsync();
        await site.Page.GetByRole(AriaRole.Heading, new() { Name = "Rule 1" }).WaitForAsync();
        await site.Page.GetByText("1:00:02 – ended by 168110").WaitForAsync();
        await site.Page.GetByText("0:00 – ended by 168105").WaitForAsync();
        var connected = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "168101" });
        await connected.GetByText("3600.000 s").WaitForAsync();

        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Make a space of it" }).ClickAsync();
        await site.Page.Locator("nav strong").GetByText("two-rules").WaitForAsync();
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task A_mistake_is_told_at_its_place_and_no_space_is_made_of_it()
    {
        await using var site = await OpenAsync();

        await WriteAsync(site, "name: wrong\nprofil: cec-3.6\n");

        await site.Page.GetByText("Did you mean profile?").WaitForAsync();
        await site.Page.Locator(".cm-lintRange-error").GetByText("profil").WaitForAsync();
        var make = site.Page.GetByRole(AriaRole.Button, new() { Name = "Make a space of it" });
        Assert.True(await make.IsDisabledAsync());
        await site.Page.GetByText("A scenario with mistakes tells no story.").WaitForAsync();

        await site.Page.GetByRole(AriaRole.Button, new() { Name = "2:1" }).ClickAsync();
        await site.Page.Keyboard.PressAsync("End");
        await site.Page.Keyboard.TypeAsync(" # here");
        await site.Page.Locator(".cm-line").GetByText("profil: cec-3.6 # here").WaitForAsync();
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task What_may_stand_there_is_offered_and_taken_by_keyboard()
    {
        await using var site = await OpenAsync();
        await WriteAsync(site, "name: x\n");
        await site.Page.Clock.InstallAsync();

        await site.Page.Keyboard.TypeAsync("prof");
        var offer = site.Page.GetByRole(AriaRole.Option, new() { Name = "profile" });
        await offer.WaitForAsync();
        await site.Page.Locator(".cm-completionInfo").GetByText("The CEC version to imitate.").WaitForAsync();
        await TakeOfferAsync(site);
        await site.Page.Locator(".cm-line").GetByText("profile:").WaitForAsync();

        await site.Page.Keyboard.TypeAsync("cec-2");
        await site.Page.GetByRole(AriaRole.Option, new() { Name = "cec-2.5" }).WaitForAsync();
        await TakeOfferAsync(site);
        await site.Page.GetByText("No mistakes.").WaitForAsync();
        await site.Page.Locator(".cm-line").GetByText("profile: cec-2.5").WaitForAsync();
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task What_was_written_outlives_a_reload()
    {
        await using var site = await OpenAsync();
        await WriteAsync(site, Sound);
        await site.Page.GetByText("No mistakes.").WaitForAsync();

        await site.Page.ReloadAsync();

        await site.Page.Locator(".cm-line").GetByText("name: two-rules").WaitForAsync();
        await site.Page.GetByText("1:00:02 – ended by 168110").WaitForAsync();
    }

    [Fact]
    public async Task A_shipped_scenario_is_opened_and_saved_as_a_file()
    {
        await using var site = await OpenAsync();

        await site.Page.GetByLabel("Start from").SelectOptionAsync("queue-then-connect");

        await site.Page.Locator(".cm-line").GetByText("name: queue-then-connect").WaitForAsync();
        var download = await site.Page.RunAndWaitForDownloadAsync(
            () => site.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a file" }).ClickAsync());
        Assert.Equal("queue-then-connect.yaml", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        var saved = await reader.ReadToEndAsync(ConsoleSite.TestEnds);
        Assert.Contains("name: queue-then-connect", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_were_seen_become_a_sound_scenario_that_tells_the_same()
    {
        var script = new Script(
            [new ScriptStep.Queued(), new ScriptStep.Wait(TimeSpan.FromSeconds(3)), new ScriptStep.Failed()]);
        await using var site = await ConsoleSite.OpenAsync(chromium, new() { Calls = [new() { Script = script }] });
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(3), ConsoleSite.TestEnds);
        await site.OpenViewAsync("calls");

        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Make a scenario of these calls" }).ClickAsync();

        await site.Page.Locator(".cm-line").GetByText("name: demo-seen").WaitForAsync();
        await site.Page.GetByText("No mistakes.").WaitForAsync();
        await site.Page.GetByText("0:03 – ended by 168105").WaitForAsync();
        await site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "168102" }).WaitForAsync();
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task Calls_that_were_seen_take_no_text_away_that_was_being_written()
    {
        await using var site = await OpenAsync();
        await WriteAsync(site, Sound);
        await site.Page.GetByText("No mistakes.").WaitForAsync();
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Page.EvaluateAsync("() => { location.hash = '#/spaces/demo/calls' }");
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Make a scenario of these calls" }).ClickAsync();
        await site.Page.Locator(".cm-line").GetByText("name: demo-seen").WaitForAsync();

        await site.Page.GetByRole(AriaRole.Textbox, new() { Name = "Scenario", Exact = true }).ClickAsync();
        await site.Page.Keyboard.PressAsync("ControlOrMeta+z");

        await site.Page.Locator(".cm-line").GetByText("name: two-rules").WaitForAsync();
        await site.Page.ReloadAsync();
        await site.Page.Locator(".cm-line").GetByText("name: two-rules").WaitForAsync();
    }

    [Fact]
    public async Task A_console_that_only_looks_makes_no_space()
    {
        await using var site = await OpenAsync(ConsoleMode.Read);
        await WriteAsync(site, Sound);

        await site.Page.GetByText("1:00:02 – ended by 168110").WaitForAsync();

        Assert.Equal(0, await site.Page.GetByRole(AriaRole.Button, new() { Name = "Make a space of it" }).CountAsync());
    }

    private async Task<ConsoleSite> OpenAsync(ConsoleMode mode = ConsoleMode.On)
    {
        var site = await ConsoleSite.OpenAsync(chromium, mode: mode);
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "Scenario workbench" }).ClickAsync();
        await site.Page.GetByRole(AriaRole.Textbox, new() { Name = "Scenario", Exact = true }).WaitForAsync();
        return site;
    }

    // An offer that has just come is not taken yet: whoever types fast may mean the line's end.
    private static async Task TakeOfferAsync(ConsoleSite site)
    {
        await site.Page.Clock.FastForwardAsync(100);
        await site.Page.Keyboard.PressAsync("Enter");
    }

    // At once: what is typed sign by sign is completed and indented on the way.
    private static async Task WriteAsync(ConsoleSite site, string text)
    {
        var box = site.Page.GetByRole(AriaRole.Textbox, new() { Name = "Scenario", Exact = true });
        await box.ClickAsync();
        await site.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await site.Page.Keyboard.InsertTextAsync(text);
    }
}
