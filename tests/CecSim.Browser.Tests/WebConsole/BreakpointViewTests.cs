using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>Messages that stand, at the console.</summary>
public sealed class BreakpointViewTests(Chromium chromium)
{
    private const string Check = $"{ConsoleSite.Messaging}/v1/checkClickToCallSupport?channel=WEB";

    [Fact]
    public async Task A_breakpoint_is_set_and_what_stands_there_is_answered_in_its_place_by_the_keyboard()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.OpenViewAsync("breakpoints");
        await site.Page.Locator("main form.inline select").First.SelectOptionAsync("checkClickToCallSupport");
        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Set a breakpoint" }).PressAsync("Enter");
        await site.Page.GetByRole(AriaRole.Cell, new() { Name = "checkClickToCallSupport" }).WaitForAsync();

        var request = site.Http.GetAsync(Check, ConsoleSite.TestEnds);
        var standing = site.Page.GetByRole(AriaRole.Article, new() { Name = "request-1" });
        await standing.GetByText("mia").WaitForAsync();
        await site.Page.GetByRole(AriaRole.Link, new() { Name = "Breakpoints (1)" }).WaitForAsync();
        await standing.GetByLabel("Status of the answer").FillAsync("503");
        await standing.GetByLabel("Body of the answer").FillAsync("""{"errorCode":"<b>0</b>"}""");
        await standing.GetByRole(AriaRole.Button, new() { Name = "Answer in its place" }).PressAsync("Enter");

        using var answer = await request;
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal("""{"errorCode":"<b>0</b>"}""", await answer.Content.ReadAsStringAsync(ConsoleSite.TestEnds));
        await site.Page.GetByText("Paused now: 0.").WaitForAsync();
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task An_answer_is_changed_where_it_stands_and_a_request_goes_on_or_is_dropped()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        Pause(site, 1, PauseAt.Answer);
        Pause(site, 2, PauseAt.Request);
        Pause(site, 3, PauseAt.Request);
        await site.OpenViewAsync("breakpoints");

        var changed = site.Http.GetStringAsync(Check, ConsoleSite.TestEnds);
        var body = site.Page.GetByRole(AriaRole.Article, new() { Name = "answer-1" }).GetByLabel("Body of the answer");
        await body.WaitForAsync();
        await body.FillAsync((await body.InputValueAsync()).Replace("true", "false", StringComparison.Ordinal));
        await PressAsync(site, "answer-1", "Release changed");
        Assert.Contains("\"clickToCallSupported\":false", await changed, StringComparison.Ordinal);

        var goesOn = site.Http.GetStringAsync(Check, ConsoleSite.TestEnds);
        await PressAsync(site, "request-1", "Release");
        Assert.Contains("\"clickToCallSupported\":true", await goesOn, StringComparison.Ordinal);

        var dropped = site.Http.GetStringAsync(Check, ConsoleSite.TestEnds);
        await PressAsync(site, "request-2", "Drop");
        await Assert.ThrowsAsync<HttpRequestException>(() => dropped);
        Assert.Empty(site.Complaints);
    }

    private static void Pause(ConsoleSite site, int nth, PauseAt stage) => site.Space.Faults.Add(
        new FaultRule(CecOperation.CheckClickToCallSupport, new FaultWhen { Nth = nth }, new Pause(stage)));

    private static Task PressAsync(ConsoleSite site, string message, string button) =>
        site.Page.GetByRole(AriaRole.Article, new() { Name = message })
            .GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
