using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class CallTests
{
    private const string Calls = "spaces/demo/calls";

    private static readonly SpaceSettings OneAgent = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [new() { WorkNo = 1001 }],
    };

    [Fact]
    public async Task The_latest_of_many_calls_are_told_with_how_many_there_are()
    {
        await using var cec = await TestCec.StartAsync();
        var control = new ControlApiClient(cec.Http);
        foreach (var user in new[] { "ann", "bob", "joanna" })
        {
            await (await cec.SignInAsync(user)).CreateAsync();
        }

        var some = await control.GetAsync("spaces/demo/calls?text=ann&limit=1");

        Assert.Equal("joanna", (string?)Assert.Single(some["calls"]!.AsArray())!["userId"]);
        Assert.Equal(2, (int)some["total"]!);
        (await control.GetAsync("spaces/demo/calls?limit=-1")).MustBeProblem(400, "bad-request");
    }

    [Fact]
    public async Task Calls_are_told_with_their_place_and_all_that_came()
    {
        await using var cec = await StartAsync(OneAgent);
        var control = new ControlApiClient(cec.Http);
        await (await cec.SignInAsync("ann")).CreateAsync();
        await (await cec.SignInAsync("bob")).CreateAsync("0");

        var calls = await control.GetAsync(Calls);

        calls.MustBeJson(
            $$"""
            {"calls":[
            {"id":1,"state":"connected","userId":"ann","channelId":"202403010000000001","media":"voice",
            "accessCode":"{{calls["calls"][0]!["accessCode"]}}","created":"2026-01-05T09:00:00+00:00","queue":"voice",
            "workNo":1001,"events":[{"number":1,"eventId":168101,"name":"connected",
            "at":"2026-01-05T09:00:00+00:00"}]},
            {"id":2,"state":"queuing","userId":"bob","channelId":"202403010000000001","media":"voice",
            "accessCode":"{{calls["calls"][1]!["accessCode"]}}","created":"2026-01-05T09:00:00+00:00","queue":"voice",
            "place":1,"events":[{"number":2,"eventId":168102,"name":"queued","at":"2026-01-05T09:00:00+00:00"}]}],
            "total":2}
            """);
        (await control.GetAsync("spaces/demo/queues")).MustBeJson(
            """
            {"queues":[{"name":"voice","type":"voiceClickToDial","onDuty":1,"idle":0,"waiting":[
            {"place":1,"kind":"call","userId":"bob","channelId":"202403010000000001",
            "since":"2026-01-05T09:00:00+00:00","due":"2026-01-05T09:01:00+00:00"}]}]}
            """);
    }

    [Fact]
    public async Task An_event_by_hand_happens_to_its_call_and_frees_the_agent_for_the_next()
    {
        await using var cec = await StartAsync(OneAgent with
        {
            Queues = [OneAgent.Queues[0] with { WrapUp = TimeSpan.Zero }],
        });
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        var bob = await cec.SignInAsync("bob");
        await ann.CreateAsync();
        await bob.CreateAsync();

        Assert.Equal(204, (await control.PostAsync($"{Calls}/1/events", """{"event":"failed"}""")).Status);

        await ann.PollAsync();
        Assert.Contains("168105", (await ann.PollAsync()).Body, StringComparison.Ordinal);
        var calls = (await control.GetAsync(Calls))["calls"];
        Assert.Equal(["ended", "connected"], calls.AsArray().Select(c => (string?)c!["state"]));
        Assert.Equal(1001, (int?)calls[1]!["workNo"]);
        Assert.Null(calls[0]!["workNo"]);
    }

    [Fact]
    public async Task A_number_by_hand_is_told_and_changes_nothing()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();

        await control.PostAsync($"{Calls}/1/events", """{"event":168110}""");

        Assert.Contains("\"eventId\":168110", (await client.PollAsync()).Body, StringComparison.Ordinal);
        Assert.Equal("connected", (string?)(await control.GetAsync(Calls))["calls"][0]!["state"]);
    }

    [Fact]
    public async Task What_a_call_cannot_see_is_a_problem()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await control.PostAsync($"{Calls}/1/events", """{"event":"released"}""");

        (await control.PostAsync($"{Calls}/1/events", """{"event":"released"}""")).MustBeProblem(409, "call-over");
        (await control.PostAsync($"{Calls}/2/events", """{"event":"released"}""")).MustBeProblem(404, "call-unknown");
        (await control.PostAsync($"{Calls}/x/events", """{"event":"released"}""")).MustBeProblem(404, "route-unknown");
        (await control.PostAsync($"{Calls}/1/events", """{"event":{"wait":"1s"}}""")).MustBeProblem(400, "bad-request");
        (await control.PostAsync($"{Calls}/1/events", "{}")).MustBeProblem(400, "bad-request");
        (await control.PostAsync($"{Calls}/1/events")).MustBeProblem(400, "bad-request");
    }

    [Fact]
    public async Task Of_the_calls_that_ended_the_last_thousand_are_kept()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        for (var i = 0; i < 1_002; i++)
        {
            await client.CreateAsync();
            await client.DropAsync();
        }

        var calls = (await new ControlApiClient(cec.Http).GetAsync(Calls))["calls"].AsArray();

        Assert.Equal(1_000, calls.Count);
        Assert.Equal([3, 1_002], [(int)calls[0]!["id"]!, (int)calls[^1]!["id"]!]);
    }
}
