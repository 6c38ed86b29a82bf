using CecSim.Simulation.Clock;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>Spaces as they stood, under a name, to go back to.</summary>
public sealed class NamedSnapshotTests
{
    [Fact]
    public async Task A_space_goes_back_to_a_snapshot_as_often_as_one_likes()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        await ann.CreateAsync();
        var saved = await control.PostAsync("snapshots", """{"name":"called","space":"demo"}""");
        var before = await control.GetAsync("spaces/demo/calls");

        for (var again = 0; again < 2; again++)
        {
            await ann.DropAsync();
            Assert.NotEqual($"{before.Body}", $"{(await control.GetAsync("spaces/demo/calls")).Body}");

            var loaded = await control.PostAsync("snapshots/called/load");

            Assert.Equal((201, "demo"), (loaded.Status, (string?)loaded["name"]));
            Assert.Equal($"{before.Body}", $"{(await control.GetAsync("spaces/demo/calls")).Body}");
        }

        Assert.Equal((201, "called", "demo"), (saved.Status, (string?)saved["name"], (string?)saved["space"]));
        Assert.Contains("\"resultCode\":\"0\"", (await ann.CheckAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_is_made_beside_its_space_with_credentials_of_its_own()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        await ann.CreateAsync();
        await control.PostAsync("snapshots", """{"name":"called","space":"demo"}""");

        var loaded = await control.PostAsync("snapshots/called/load", """{"space":"what-if"}""");

        Assert.True(loaded.Status == 201, $"{loaded.Body}");
        Assert.Equal("cecsim-what-if-key", (string?)loaded["appKey"]);
        await ann.DropAsync();
        Assert.Equal("connected", (string?)(await control.GetAsync("spaces/what-if/calls"))["calls"]![0]!["state"]);
        var copy = new CecClient(cec.Http, cec.Spaces.Find("what-if")!.Space.Settings)
        {
            Authorization = ann.Authorization,
            MessagingToken = ann.MessagingToken,
        };
        Assert.Contains("\"resultCode\":\"0\"", (await copy.CheckAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_stays_where_another_one_has_the_credentials_of_the_snapshot_by_now()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("snapshots", """{"name":"first","space":"demo"}""");
        await control.DeleteAsync("spaces/demo");
        await control.PostAsync("snapshots/first/load", """{"space":"heir"}""");
        cec.Spaces.Add("demo", new SpaceSettings { AppKey = "another-key-of-demo" }, ClockSettings.Frozen);

        var refused = await control.PostAsync("snapshots/first/load");

        refused.MustBeProblem(409, "credentials-taken");
        Assert.Equal(["heir", "demo"], cec.Spaces.Hosted.Select(s => s.Name));
    }

    [Fact]
    public async Task Loads_of_one_snapshot_at_once_each_leave_a_whole_space()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await cec.SignInAsync("ann");
        await control.PostAsync("snapshots", """{"name":"first","space":"demo"}""");

        var loads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => control.PostAsync("snapshots/first/load")));

        Assert.All(loads, l => Assert.Equal(201, l.Status));
        Assert.Equal(2, (int)(await control.GetAsync("spaces/demo/tokens"))["total"]!);
    }

    [Fact]
    public async Task Two_snapshots_are_told_apart_place_by_place()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        await control.PostAsync("snapshots", """{"name":"before","space":"demo"}""");
        await control.PostAsync("spaces/demo/agents/1001/not-ready", """{"reason":200}""");
        await ann.CreateAsync();
        await control.PostAsync("snapshots", """{"name":"after","space":"demo"}""");

        var told = await control.GetAsync("snapshots/before/differences?with=after");
        var same = await control.GetAsync("snapshots/after/differences?with=after");

        var places = told["differences"]!.AsArray().ToDictionary(
            d => (string)d!["path"]!, d => ((string?)d!["before"], (string?)d["after"]));
        Assert.Equal(("\"ready\"", "\"notReady\""), places["agents[0].state"]);
        Assert.Null(places["calls[0]"].Item1);
        Assert.Contains("\"userId\":\"ann\"", places["calls[0]"].Item2, StringComparison.Ordinal);
        Assert.Equal(places.Count, (int)told["total"]!);
        same.MustBeJson("""{"differences":[],"total":0}""");
    }

    [Fact]
    public async Task Snapshots_are_listed_taken_as_files_and_forgotten()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        (await control.GetAsync("snapshots")).MustBeJson("""{"snapshots":[]}""");
        await control.PostAsync("snapshots", """{"name":"first","space":"demo"}""");

        var listed = await control.GetAsync("snapshots");
        var file = await control.GetAsync("snapshots/first");
        await control.DeleteAsync("spaces/demo");
        var made = await control.PostAsync("import", $"{file.Body}");
        var deleted = await control.DeleteAsync("snapshots/first");

        Assert.Equal("2026-01-05T09:00:00+00:00", (string?)listed["snapshots"]![0]!["now"]);
        Assert.Equal(0, (int)listed["snapshots"]![0]!["commands"]!);
        Assert.Equal((201, 204), (made.Status, deleted.Status));
        (await control.GetAsync("snapshots")).MustBeJson("""{"snapshots":[]}""");
    }

    [Fact]
    public async Task What_cannot_be_saved_or_found_is_refused_with_the_reason()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("snapshots", """{"name":"first","space":"demo"}""");

        var taken = await control.PostAsync("snapshots", """{"name":"first","space":"demo"}""");
        var misnamed = await control.PostAsync("snapshots", """{"name":"First one","space":"demo"}""");
        var nowhere = await control.PostAsync("snapshots", """{"name":"second","space":"nowhere"}""");
        var unknown = await control.PostAsync("snapshots/second/load");

        taken.MustBeProblem(409, "name-taken");
        misnamed.MustBeProblem(400, "bad-request");
        nowhere.MustBeProblem(404, "space-unknown");
        unknown.MustBeProblem(404, "snapshot-unknown");
        Assert.Equal("No snapshot is called second. There are first.", (string?)unknown["detail"]);
        (await control.GetAsync("snapshots/first/differences?with=second")).MustBeProblem(404, "snapshot-unknown");
        (await control.DeleteAsync("snapshots/second")).MustBeProblem(404, "snapshot-unknown");
    }

    [Fact]
    public async Task A_server_keeps_no_more_snapshots_than_a_hundred()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(201, (await control.PostAsync("snapshots", $$"""{"name":"s{{i}}","space":"demo"}""")).Status);
        }

        (await control.PostAsync("snapshots", """{"name":"more","space":"demo"}"""))
            .MustBeProblem(409, "too-many-snapshots");
        await control.DeleteAsync("snapshots/s0");
        Assert.Equal(201, (await control.PostAsync("snapshots", """{"name":"more","space":"demo"}""")).Status);
    }
}
