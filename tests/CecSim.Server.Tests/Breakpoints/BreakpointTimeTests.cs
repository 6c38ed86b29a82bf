using CecSim.Server.Tests.Control;
using CecSim.Server.Tests.Faults;
using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Breakpoints;

/// <summary>The time of a space in which messages stand, and what is made again of it.</summary>
public sealed class BreakpointTimeTests
{
    private const string Breakpoints = "spaces/demo/breakpoints";

    private const string Scenario =
        """
        name: stands
        about: A request that stands.
        faults:
          - { at: createClickToCall, inject: { pause: request } }
        """;

    private static readonly FaultWhen Once = new() { Nth = 1 };

    [Fact]
    public async Task Frozen_time_stands_as_long_as_a_message_does()
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var control = new ControlApiClient(cec.Http);
        var check = await cec.HeldAsync((await cec.SignInAsync()).CheckAsync());
        var before = cec.Space.Time.ReadNow();

        var refused = await control.PostAsync("spaces/demo/clock", """{"advance":"10s"}""");

        refused.MustBeProblem(409, "time-stands");
        Assert.Contains("request-1", (string?)refused["detail"], StringComparison.Ordinal);
        Assert.Equal(before, cec.Space.Time.ReadNow());
        await control.PostAsync($"{Breakpoints}/request-1/release");
        Assert.Equal(200, (await check).Status);
        Assert.Equal(200, (await control.PostAsync("spaces/demo/clock", """{"advance":"10s"}""")).Status);
    }

    [Fact]
    public async Task Time_that_is_moved_stops_where_a_message_comes_to_stand()
    {
        await using var cec = await StartAsync(FaultyCec.AtEvents(
            [new ScriptStep.Wait(TimeSpan.FromSeconds(4)), new ScriptStep.Queued()], Once, new PauseEvent()));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        var before = cec.Space.Time.ReadNow();

        (await control.PostAsync("spaces/demo/clock", """{"advance":"1m"}""")).MustBeProblem(409, "time-stands");

        Assert.Equal(before + TimeSpan.FromSeconds(4), cec.Space.Time.ReadNow());
        await control.PostAsync($"{Breakpoints}/event-1/release");
        Assert.Equal(168102, (int)JsonNode.Parse((await poll).Body)!["eventId"]!);
    }

    [Fact]
    public async Task A_space_in_which_messages_stood_is_made_again_with_what_became_of_them()
    {
        var settings = CecSim.Scenarios.ScenarioFiles.Parse("stands.yaml", Scenario).Scenarios[0].Space;
        await using var cec = await StartAsync(new CecSimArgs { Spaces = [settings] });
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        foreach (var (id, change) in new[] { ("request-1", """{"status":503}"""), ("request-2", "{}") })
        {
            var create = await cec.HeldAsync(client.CreateAsync());
            await control.PostAsync($"spaces/stands/breakpoints/{id}/release", change);
            await create;
        }

        var moment = await control.GetAsync("spaces/stands/export");
        await control.DeleteAsync("spaces/stands");
        var made = await control.PostAsync("import", moment.Body!.ToJsonString());
        Assert.True(made.Status == 201, $"{made.Body}");

        Assert.Single(cec.Space.Calls.View);
    }
}
