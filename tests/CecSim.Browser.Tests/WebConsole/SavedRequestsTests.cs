using CecSim.Cli.Contracts;
using CecSim.ControlClient;
using CecSim.Scenarios.Contracts;
using CecSim.Simulation.Scripts;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>What a space has seen, saved at the console to be held against later runs.</summary>
public sealed class SavedRequestsTests(Chromium chromium)
{
    [Fact]
    public async Task Requests_that_were_seen_are_saved_as_a_contract_that_they_keep()
    {
        await using var site = await OpenAsync();
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(3), ConsoleSite.TestEnds);
        await site.Http.GetStringAsync(
            $"{ConsoleSite.Messaging}/v1/getClickToCallEvents?channel=WEB", ConsoleSite.TestEnds);
        await site.OpenViewAsync("requests");

        var saved = await SaveAsync(site, "Save as a sequence contract", "demo-seen.contract.yaml");

        var (contract, complaints) = ContractFiles.Parse("demo-seen.contract.yaml", saved);
        Assert.Empty(complaints);
        Assert.Equal(4, contract!.Steps.Count);
        Assert.Equal("queued", contract.Steps[^1].Event!.Word);
        using var control = new CecSimControl(new Uri(site.Address));
        var page = await control.Space("demo").Journal.SearchAsync(cancellationToken: ConsoleSite.TestEnds);
        var seen = page.Entries.Select(ObservedAnswer.Of).ToList();
        Assert.Null(ContractVerifier.ComplaintOf(contract, seen));
        Assert.NotNull(ContractVerifier.ComplaintOf(contract, seen[..^1]));
    }

    [Fact]
    public async Task Requests_that_were_seen_are_saved_as_a_pact()
    {
        await using var site = await OpenAsync();
        await site.SignInAsync();
        await site.OpenViewAsync("requests");

        var pact = JsonDocument.Parse(await SaveAsync(site, "Save as a pact", "demo-seen-cec.json")).RootElement;

        Assert.Equal(
            ["tokenByAkSk 200", "applyToken 200 0"],
            pact.GetProperty("interactions").EnumerateArray().Select(i => i.GetProperty("description").GetString()));
        Assert.DoesNotContain(site.Space.Settings.AppSecret, pact.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_of_several_customers_is_refused_with_what_to_do()
    {
        await using var site = await OpenAsync();
        await site.SignInAsync("leo");
        await site.SignInAsync("mia");
        await site.OpenViewAsync("requests");
        var downloads = 0;
        site.Page.Download += (_, _) => downloads++;

        await site.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a sequence contract" }).ClickAsync();
        await site.Page.GetByText("A sequence contract is of one customer").WaitForAsync();

        await site.Page.GetByLabel("Search").FillAsync("leo");
        var saved = await SaveAsync(site, "Save as a sequence contract", "demo-seen.contract.yaml");
        Assert.Equal(1, ContractFiles.Parse("seen", saved).Contract?.Steps.Count);
        Assert.Equal(1, downloads);
    }

    [Theory]
    [InlineData("getClickToCallEvents", "- queued", "calls:\n  - script:\n      ")]
    [InlineData("createClickToCall", "inject: { status: { code: 200, body: ", "faults:\n  ")]
    public async Task A_request_is_copied_as_a_step_of_a_sound_scenario(string operation, string part, string before)
    {
        await using var site = await OpenAsync();
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Http.GetStringAsync(
            $"{ConsoleSite.Messaging}/v1/getClickToCallEvents?channel=WEB", ConsoleSite.TestEnds);
        await site.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await site.OpenViewAsync("requests");
        await site.Page.GetByRole(AriaRole.Link, new() { Name = operation }).ClickAsync();

        var copy = site.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as scenario step" });
        await copy.ClickAsync();
        await copy.GetByText("Copied").WaitForAsync();

        var step = await site.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains(part, step, StringComparison.Ordinal);
        using var control = new CecSimControl(new Uri(site.Address));
        var check = await control.Scenarios.CheckAsync($"name: seen\n{before}{step}\n", ConsoleSite.TestEnds);
        Assert.Empty(check.Mistakes);
    }

    private Task<ConsoleSite> OpenAsync()
    {
        var script = new Script([new ScriptStep.Queued(), new ScriptStep.Wait(TimeSpan.FromHours(1))]);
        return ConsoleSite.OpenAsync(chromium, new() { Calls = [new() { Script = script }] });
    }

    private static async Task<string> SaveAsync(ConsoleSite site, string button, string name)
    {
        var download = await site.Page.RunAndWaitForDownloadAsync(
            () => site.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ConsoleSite.TestEnds);
    }
}
