using CecSim.Server.Snapshots;
using CecSim.Server.Tests.ConnectionBar;
using CecSim.Server.Tests.Control;

namespace CecSim.Server.Tests.Persistence;

/// <summary>What nobody can be asked once more: provider states, scenarios that were changed.</summary>
public sealed class OutsideAnswersTests
{
    [Fact]
    public async Task A_provider_state_is_there_with_the_tokens_that_it_gave()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(new SpaceSettings());
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("pact/provider-states", """{"state":"a user is signed in","action":"teardown"}""");
        var given = await control.PostAsync(
            "pact/provider-states", """{"state":"a user is signed in","params":{"userId":"eve"}}""");
        using var left = folder.Kill();

        await using var again = await left.StartAsync();

        var client = new CecClient(again.Http, again.Space.Settings)
        {
            Authorization = (string)given["authorization"]!,
            MessagingToken = (string)given["ccmessagingToken"]!,
        };
        Assert.Equal(200, (await client.CheckAsync()).Status);
        Assert.Equal(1, again.Spaces.Hosted[0].ResetsCount);
    }

    [Fact]
    public async Task A_page_that_an_enterprise_let_in_is_in_without_its_being_asked_once_more()
    {
        await using var api = await Enterprise.StartAsync("""{"retCode":0,"message":"validate success"}""");
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Scenarios.ScenarioFiles.Parse(
            "bar.yaml",
            $$"""
            name: demo
            space:
              connectionBar: { validateUrl: '{{api.Url()}}' }
            """).Scenarios.Single().Space);
        var page = new BarPage(cec.Http);
        Assert.Equal(200, (await page.LoadAsync(BarPage.Credentials("a-token"))).Status);
        await page.MustAsync("sign-in");
        using var left = folder.Kill();

        await using var again = await left.StartAsync();

        Assert.Null(SnapshotComparison.Exact.DifferenceOf(
            SnapshotState.Read(cec.Space).State, SnapshotState.Read(again.Space).State));
        Assert.Single(api.Asked);
    }

    [Fact]
    public async Task A_scenario_that_was_changed_while_its_space_ran_holds_from_then_on()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(new SpaceSettings());
        cec.Space.Reload(Scenarios.ScenarioFiles.Parse(
            "changed.yaml",
            """
            name: demo
            faults:
              - at: checkClickToCallSupport
                inject: { status: 503 }
            """).Scenarios.Single().Space);
        var client = await cec.SignInAsync();
        using var left = folder.Kill();

        await using var again = await left.StartAsync();

        Assert.Equal(503, (await new CecClient(again.Http, again.Space.Settings)
        {
            Authorization = client.Authorization,
            MessagingToken = client.MessagingToken,
        }.CheckAsync()).Status);
    }
}
