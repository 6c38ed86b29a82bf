using CecSim.Scenarios;
using CecSim.Server.Snapshots;
using CecSim.Server.Tests.Control;

namespace CecSim.Server.Tests.Persistence;

/// <summary>Whatever was answered is there when the server has begun again, however it ended.</summary>
public sealed class RestartTests
{
    private const string Scenario =
        """
        name: restless
        seed: 11
        calls:
          - match: { media: voice }
            script:
              - queued
              - wait: { min: 1s, max: 9s }
              - connected
              - wait: { min: 1s, max: 9s }
              - transferred
        faults:
          - at: checkClickToCallSupport
            when: { probability: 0.5 }
            inject: { status: 503 }
        """;

    [Fact]
    public async Task What_clients_and_the_control_API_did_is_there_and_goes_on_as_it_would_have()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Settings());
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.CheckAsync();
        await control.PostAsync("spaces/restless/agents/1001/not-ready", """{"reason":200}""");
        await control.PostAsync("spaces/restless/faults", """{"at":"dropClickToCall","inject":{"status":503}}""");
        await control.PostAsync("spaces/restless/clock", """{"advance":"12s"}""");
        using var left = folder.Kill();

        await using var again = await left.StartAsync(Settings());

        Assert.Equal(StateOf(cec), StateOf(again));
        Assert.Equal(await GoOnAsync(cec, client), await GoOnAsync(again, Same(again, client)));
    }

    [Fact]
    public async Task A_poll_that_was_held_is_held_no_longer_and_its_event_waits_for_the_next()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Settings());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var held = await cec.HeldAsync(client.PollAsync());
        using var left = folder.Kill();

        await using var again = await left.StartAsync(Settings());

        Assert.Empty(again.Space.Polls.All);
        await cec.AdvanceAsync(10);
        await again.AdvanceAsync(10);
        Assert.Equal(EventOf(await held), EventOf(await Same(again, client).PollAsync()));
    }

    [Fact]
    public async Task An_event_whose_answer_did_not_leave_is_delivered_and_one_whose_answer_did_is_not()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Settings());
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var brought = (await client.PollAsync()).Body;
        await Eventually.IsTrueAsync(
            "the mark of the answer", () => KindsOf(folder, "restless")[^1] is "Settled");
        using var after = folder.Kill();
        using var before = folder.Kill();
        var lines = await File.ReadAllLinesAsync(before.LogOf("restless"), TestCec.TestEnds);
        await File.WriteAllLinesAsync(
            before.LogOf("restless"), lines[..^2], TestCec.TestEnds);

        await using var lost = await before.StartAsync(Settings());
        await using var had = await after.StartAsync(Settings());

        Assert.Equal(brought, (await Same(lost, client).PollAsync()).Body);
        var held = await had.HeldAsync(Same(had, client).PollAsync());
        Assert.False(held.IsCompleted);
    }

    [Fact]
    public async Task Time_goes_on_from_where_it_was_seen_and_as_it_was_told_to()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Settings());
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("spaces", """{"name":"runs","clock":{"mode":"running","rate":60}}""");
        await control.PostAsync("spaces/runs/clock", """{"advance":"1h"}""");
        await control.PostAsync("spaces/restless/clock", """{"advance":"90s"}""");
        await control.PostAsync("spaces/restless/clock", """{"mode":"running","rate":2}""");
        var seen = cec.Spaces.Find("runs")!.Space.Time.ReadNow();
        using var left = folder.Kill();

        await using var again = await left.StartAsync(Settings());

        var runs = again.Spaces.Find("runs")!.Space.Time.View;
        Assert.Equal((false, 60), (runs.IsFrozen, runs.Rate));
        Assert.InRange(runs.Now, seen - TimeSpan.FromMinutes(30), seen + TimeSpan.FromHours(1));
        var restless = again.Spaces.Find("restless")!.Space.Time.View;
        Assert.Equal((false, 2), (restless.IsFrozen, restless.Rate));
    }

    [Fact]
    public async Task Spaces_that_were_made_reset_and_deleted_are_as_they_were()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(Settings());
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("spaces", """{"name":"made"}""");
        await control.PostAsync("spaces", """{"name":"gone"}""");
        await control.DeleteAsync("spaces/gone");
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await cec.AdvanceAsync(3);
        await control.PostAsync("spaces/restless/reset", """{"scope":"state"}""");
        client = await cec.SignInAsync();
        await client.CreateAsync();
        var made = await cec.SignInAsync("u2", cec.Spaces.Find("made")!.Space);
        await control.PostAsync("spaces/made/reset", """{"scope":"all"}""");
        using var left = folder.Kill();

        await using var again = await left.StartAsync(Settings());

        Assert.Equal(["made", "restless"], again.Spaces.Hosted.Select(s => s.Name).Order());
        Assert.Equal(StateOf(cec), StateOf(again));
        Assert.Equal(1, again.Spaces.Find("restless")!.ResetsCount);
        Assert.Equal(200, (await Same(again, client).PollAsync()).Status);
        Assert.Equal(403, (await Same(again, made, "made").CheckAsync()).Status);
    }

    [Fact]
    public async Task A_server_that_ended_in_order_goes_on_as_well_and_again_after_that()
    {
        using var folder = new KeptFolder();
        CecClient client;
        await using (var cec = await folder.StartAsync(Settings()))
        {
            client = await cec.SignInAsync();
            await client.CreateAsync();
        }

        await using (var again = await folder.StartAsync(Settings()))
        {
            await again.AdvanceAsync(10);
            Assert.Equal(200, (await Same(again, client).PollAsync()).Status);
        }

        await using var third = await folder.StartAsync(Settings());
        Assert.Single(third.Space.Calls.View);
        Assert.Equal(200, (await Same(third, client).PollAsync()).Status);
    }

    private static SpaceSettings Settings() => ScenarioFiles.Parse("restless.yaml", Scenario).Scenarios.Single().Space;

    private static CecClient Same(TestCec cec, CecClient client, string space = "restless") =>
        new(cec.Http, cec.Spaces.Find(space)!.Settings)
        {
            Authorization = client.Authorization,
            MessagingToken = client.MessagingToken,
        };

    // Where the gateway is, each server says for itself.
    private static (string Result, string? Event, string? Code) EventOf(Answer answer) => (
        answer.Text("resultDesc"),
        JsonNode.Parse(answer.Body)!["eventId"]?.ToJsonString(),
        (string?)JsonNode.Parse(answer.Body)!["content"]?["accessCode"]);

    private static string StateOf(TestCec cec) =>
        SnapshotState.Read(cec.Spaces.Find("restless")!.Space).State.ToJsonString();

    private static string[] KindsOf(KeptFolder folder, string space) =>
    [
        .. File.ReadAllLines(folder.LogOf(space)).Skip(1).Select(l => (string)JsonNode.Parse(l)!["kind"]!),
    ];

    private static async Task<string> GoOnAsync(TestCec cec, CecClient client)
    {
        var seen = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            seen.Append((await client.CheckAsync()).Body).Append((await client.DropAsync()).Body);
            await cec.AdvanceAsync(3);
            seen.Append(await client.FetchAccessTokenAsync());
        }

        return seen.Append(StateOf(cec)).ToString();
    }
}
