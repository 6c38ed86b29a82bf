using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>What people do at the console, in Firefox.</summary>
public sealed class FirefoxConsoleTests(Chromium chromium)
{
    [Fact]
    public async Task A_poll_is_answered_time_is_moved_and_a_token_is_ended()
    {
        await using var site = await ConsoleSite.OpenAsync(
            chromium, new() { Calls = [new() { Script = Simulation.Scripts.Script.Nothing }] });
        await site.SignInAsync();
        await site.ClickToCallAsync();
        var poll = await site.HeldPollAsync();
        await using var firefox = DrivenBrowser.StartFirefox();
        var page = await OpenAsync(firefox, site, "time");

        await page.UntilAsync("document.querySelector('main progress') !== null");
        await ChooseAsync(page, "main tr select", "connected");
        await PressAsync(page, "Answer with");
        Assert.Contains("168101", await poll, StringComparison.Ordinal);
        await PressAsync(page, "Advance");
        await page.UntilAsync("document.querySelector('.clock').innerText.includes('2026-01-05 09:00:10')");
        await OpenViewAsync(page, "tokens");
        await PressAsync(page, "Expire");
        await page.UntilAsync("document.querySelector('main').innerText.includes('1 of 2 are good.')");

        Assert.Single(site.Space.Tokens.View, t => !t.IsGood);
    }

    [Fact]
    public async Task A_fault_is_armed_what_stands_is_let_go_and_an_agent_is_driven()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        site.Space.Faults.Add(new FaultRule(
            CecOperation.CheckClickToCallSupport, FaultWhen.Always, new Pause(PauseAt.Request)));
        var request = site.Http.GetStringAsync(
            $"{ConsoleSite.Messaging}/v1/checkClickToCallSupport?channel=WEB", ConsoleSite.TestEnds);
        await using var firefox = DrivenBrowser.StartFirefox();
        var page = await OpenAsync(firefox, site, "breakpoints");

        await page.UntilAsync("document.querySelectorAll('main article').length === 1");
        await PressAsync(page, "Release");
        Assert.Contains("\"clickToCallSupported\":true", await request, StringComparison.Ordinal);
        await OpenViewAsync(page, "faults");
        await PressAsync(page, "Arm a fault");
        await page.UntilAsync("document.querySelectorAll('main tbody tr').length === 2");
        await OpenViewAsync(page, "agents");
        await ChooseAsync(page, "main tr select", "notReady");
        await PressAsync(page, "Do");
        await page.UntilAsync("document.querySelector('[data-state]').dataset.state === 'notReady'");

        Assert.Equal(2, site.Space.Faults.View.Count);
    }

    [Fact]
    public async Task A_snapshot_is_saved_a_ladder_is_stepped_through_and_a_finding_leads_to_its_request()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, new SpaceSettings());
        await site.SignInAsync();
        await site.ClickToCallAsync();
        using var wrong = await site.Http.PostAsync(
            $"{ConsoleSite.Messaging}/v1/createClickToCall", new StringContent("no JSON"), ConsoleSite.TestEnds);
        await using var firefox = DrivenBrowser.StartFirefox();
        var page = await OpenAsync(firefox, site, "calls/1");

        await page.UntilAsync("document.querySelectorAll('.ladder .step').length > 1");
        await TypeAsync(page, "main input[type=range]", "1");
        await page.UntilAsync("document.querySelector('aside h4')?.innerText.length > 0");
        await OpenViewAsync(page, "findings");
        await page.UntilAsync("document.querySelector('.finding a') !== null");
        await page.ClickAsync(".finding a");
        await page.UntilAsync("document.querySelector('.why') !== null");
        await page.EvaluateAsync("location.hash = '#/'");
        await page.UntilAsync("document.querySelectorAll('main form').length === 2");
        await TypeAsync(page, "main section:last-of-type form input", "firefox");
        await PressAsync(page, "Save a snapshot");
        await page.UntilAsync(
            "[...document.querySelectorAll('main th[scope=row]')].some(name => name.innerText === 'firefox')");
    }

    private static async Task<DrivenPage> OpenAsync(DrivenBrowser firefox, ConsoleSite site, string view)
    {
        var page = await firefox.OpenAsync(new Uri($"{site.Address}/_cecsim/ui"));
        await OpenViewAsync(page, view);
        return page;
    }

    private static async Task OpenViewAsync(DrivenPage page, string view)
    {
        await page.EvaluateAsync($"location.hash = '#/spaces/demo/{view}'");
        await page.UntilAsync("document.querySelector('.live[data-live=true]') !== null");
    }

    private static async Task PressAsync(DrivenPage page, string button)
    {
        var found = $"[...document.querySelectorAll('main button')].find(b => b.innerText.trim() === '{button}')";
        await page.UntilAsync($"{found}?.disabled === false");
        await page.EvaluateAsync($"{found}.click()");
    }

    private static async Task ChooseAsync(DrivenPage page, string selector, string value)
    {
        await page.UntilAsync($"document.querySelector('{selector}') !== null");
        await page.EvaluateAsync(
            $$"""
            (() => {
              const from = document.querySelector('{{selector}}');
              from.value = '{{value}}';
              from.dispatchEvent(new Event('change', { bubbles: true }));
            })()
            """);
    }

    private static async Task TypeAsync(DrivenPage page, string selector, string value) => await page.EvaluateAsync(
        $$"""
        (() => {
          const into = document.querySelector('{{selector}}');
          into.value = '{{value}}';
          into.dispatchEvent(new Event('input', { bubbles: true }));
        })()
        """);
}
