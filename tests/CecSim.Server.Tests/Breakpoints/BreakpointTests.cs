using CecSim.Server.Tests.Control;
using CecSim.Server.Tests.Control.Stream;
using CecSim.Server.Tests.Faults;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Chat;
using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Breakpoints;

/// <summary>Requests, answers and events that stand until somebody lets them go.</summary>
public sealed class BreakpointTests
{
    private const string Breakpoints = "spaces/demo/breakpoints";

    private static readonly FaultWhen Once = new() { Nth = 1 };

    [Fact]
    public async Task A_request_stands_before_anything_has_happened_and_goes_on_as_it_is()
    {
        await using var cec = await StartAsync(AtCreate(PauseAt.Request));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var create = await cec.HeldAsync(client.CreateAsync());

        var held = Assert.Single((await control.GetAsync(Breakpoints))["held"].AsArray())!;

        Assert.Equal(
            ("request-1", "request", "createClickToCall", "u1", "POST"),
            ((string?)held["id"], (string?)held["stage"], (string?)held["operation"], (string?)held["userId"],
                (string?)held["method"]));
        Assert.StartsWith(CreatePath, (string?)held["target"], StringComparison.Ordinal);
        Assert.Contains("mediaAbility", (string?)held["body"]!["text"], StringComparison.Ordinal);
        Assert.DoesNotContain(client.MessagingToken!, $"{held}", StringComparison.Ordinal);
        Assert.Empty(cec.Space.Calls.View);

        Assert.Equal(204, (await control.PostAsync($"{Breakpoints}/request-1/release")).Status);
        Assert.Equal("0", (await create).Text("resultCode"));
        Assert.Single(cec.Space.Calls.View);
        (await control.GetAsync(Breakpoints)).MustBeJson("""{"held":[],"passed":0}""");
    }

    [Fact]
    public async Task A_request_that_is_answered_where_it_stands_has_no_effect()
    {
        await using var cec = await StartAsync(AtCreate(PauseAt.Request));
        var control = new ControlApiClient(cec.Http);
        var create = await cec.HeldAsync((await cec.SignInAsync()).CreateAsync());

        await control.PostAsync(
            $"{Breakpoints}/request-1/release",
            """{"status":503,"body":"<h1>No</h1>","contentType":"text/html"}""");

        var answer = await create;
        Assert.Equal((503, "<h1>No</h1>", "text/html"), (answer.Status, answer.Body, answer.ContentType));
        Assert.Empty(cec.Space.Calls.View);
        var entry = (await control.GetAsync("spaces/demo/journal?operation=createClickToCall"))["entries"]![0]!;
        Assert.Equal("pause", (string?)entry["faults"]![0]);
        Assert.Equal("", await cec.FoundAsync());
    }

    [Fact]
    public async Task A_file_that_stood_is_taken_as_without_and_is_shown_as_far_as_there_is_room()
    {
        await using var cec = await StartAsync(FaultyCec.At(CecOperation.UploadFileStream, new Pause(PauseAt.Request)));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        var file = Convert.ToBase64String(new byte[200_000]);
        var upload = await cec.HeldAsync(client.PostAsync(
            UploadPath, $$"""{"channel":"WEB","fileType":"jpg","fileStream":"{{file}}"}"""));

        var body = (await control.GetAsync(Breakpoints))["held"]![0]!["body"]!;
        Assert.True((bool)body["cut"]!);
        Assert.InRange((int)body["bytes"]!, file.Length, file.Length + 100);
        await control.PostAsync($"{Breakpoints}/request-1/release");

        Assert.Equal("0", (await upload).Text("returnCode"));
    }

    [Fact]
    public async Task A_dropped_request_ends_with_a_reset_connection()
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var control = new ControlApiClient(cec.Http);
        var check = await cec.HeldAsync((await cec.SignInAsync()).CheckAsync());

        Assert.Equal(204, (await control.DeleteAsync($"{Breakpoints}/request-1")).Status);

        await Assert.ThrowsAsync<HttpRequestException>(() => check);
    }

    [Fact]
    public async Task An_answer_stands_when_its_request_has_had_its_effect_and_is_changed_as_wanted()
    {
        await using var cec = await StartAsync(AtCreate(PauseAt.Answer));
        var control = new ControlApiClient(cec.Http);
        var create = await cec.HeldAsync((await cec.SignInAsync()).CreateAsync());

        var held = Assert.Single((await control.GetAsync(Breakpoints))["held"].AsArray())!;
        Assert.Equal(("answer-1", 200), ((string?)held["id"], (int?)held["status"]));
        Assert.Equal("0", (string?)JsonNode.Parse((string)held["body"]!["text"]!)!["resultCode"]);
        Assert.Single(cec.Space.Calls.View);
        await control.PostAsync($"{Breakpoints}/answer-1/release", """{"body":"{\"resultCode\":\"13\"}"}""");

        var answer = await create;
        Assert.Equal((200, """{"resultCode":"13"}"""), (answer.Status, answer.Body));
        var entry = (await control.GetAsync("spaces/demo/journal?operation=createClickToCall"))["entries"]![0]!;
        Assert.Equal("13", (string?)entry["response"]!["resultCode"]);
    }

    [Fact]
    public async Task A_secret_that_was_masked_is_itself_again_in_the_changed_answer()
    {
        await using var cec = await StartAsync(FaultyCec.At(CecOperation.TokenByAkSk, new Pause(PauseAt.Answer)));
        var control = new ControlApiClient(cec.Http);
        var client = new CecClient(cec.Http, cec.Space.Settings);
        var fetch = client.FetchAccessTokenAsync();
        await cec.Space.Time.WhenWaitingAsync(1, TestEnds);

        var body = (string)(await control.GetAsync(Breakpoints))["held"]![0]!["body"]!["text"]!;
        Assert.Matches("""
            "AccessToken":"\*\*\*[0-9a-f]{8}"
            """.Trim(), body);
        await control.PostAsync(
            $"{Breakpoints}/answer-1/release",
            new JsonObject { ["body"] = body.Replace("3600", "5", StringComparison.Ordinal) }.ToJsonString());

        await fetch;
        Assert.Equal(200, (await client.PostAsync(ApplyPath, ApplyBody())).Status);
    }

    [Fact]
    public async Task Events_of_an_answer_that_is_dropped_come_with_the_next_poll()
    {
        await using var cec = await StartAsync(
            FaultyCec.AtEvents([new ScriptStep.Queued()], Once, new Pause(PauseAt.Answer)));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = client.PollAsync();
        await Eventually.IsTrueAsync("it stands", () => cec.Space.Faults.Held.View.Held.Count == 1);

        await control.DeleteAsync($"{Breakpoints}/answer-1");

        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        Assert.Equal(168102, (int)JsonNode.Parse((await client.PollAsync()).Body)!["eventId"]!);
    }

    [Fact]
    public async Task An_event_stands_while_its_poll_waits_and_comes_when_it_is_let_go()
    {
        await using var cec = await StartAsync(FaultyCec.AtEvents([new ScriptStep.Queued()], Once, new PauseEvent()));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        var held = Assert.Single((await control.GetAsync(Breakpoints))["held"].AsArray())!;
        Assert.Equal(
            ("event-1", "event", "u1"),
            ((string?)held["id"], (string?)held["stage"], (string?)held["userId"]));
        Assert.Equal(168102, (int?)JsonNode.Parse((string)held["body"]!["text"]!)!["eventId"]);
        (await control.PostAsync($"{Breakpoints}/event-1/release", """{"status":503}""")).MustBeProblem(
            400, "bad-request");

        await control.PostAsync($"{Breakpoints}/event-1/release");

        Assert.Equal(168102, (int)JsonNode.Parse((await poll).Body)!["eventId"]!);
    }

    [Fact]
    public async Task The_secret_in_an_event_that_stands_is_masked()
    {
        await using var cec = await StartAsync(FaultyCec.At(CecOperation.Poll, new PauseEvent()));
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        cec.Space.Chats.Push(
            cec.Space.Tokens.View[0].User, ChatControl.Chat, ChatSource.System, "system", "password=hunter22");
        var poll = await cec.HeldAsync(client.PollChatAsync());

        var held = await new ControlApiClient(cec.Http).GetAsync(Breakpoints);

        Assert.DoesNotContain("hunter22", $"{held.Body}", StringComparison.Ordinal);
        cec.Space.EndPolls();
        await poll;
    }

    [Fact]
    public async Task A_dropped_event_never_comes()
    {
        await using var cec = await StartAsync(FaultyCec.AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Connected()], Once, new PauseEvent()));
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await control.DeleteAsync($"{Breakpoints}/event-1");

        Assert.Equal(168101, (int)JsonNode.Parse((await poll).Body)!["eventId"]!);
    }

    [Fact]
    public async Task A_client_that_hangs_up_leaves_nothing_behind_and_a_reset_lets_all_go()
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var client = await cec.SignInAsync();
        using var hangsUp = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var gone = client.AskAsync(HttpMethod.Get, CheckPath, null, ends: hangsUp.Token);
        await cec.Space.Time.WhenWaitingAsync(1, TestEnds);

        await hangsUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await Eventually.IsTrueAsync("nothing stands", () => cec.Space.Faults.Held.View.Held.Count == 0);

        var stands = await cec.HeldAsync(client.CheckAsync());
        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"state"}""");
        await stands;
    }

    [Fact]
    public async Task What_comes_when_a_hundred_stand_goes_on_and_is_counted()
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var client = await cec.SignInAsync();
        var standing = Enumerable.Range(0, HeldMessages.HeldMax).Select(_ => client.CheckAsync()).ToList();
        await cec.Space.Time.WhenWaitingAsync(HeldMessages.HeldMax, TestEnds);

        Assert.Equal(200, (await client.CheckAsync()).Status);

        var control = new ControlApiClient(cec.Http);
        Assert.Equal(1, (int?)(await control.GetAsync(Breakpoints))["passed"]);
        foreach (var held in (await control.GetAsync(Breakpoints))["held"].AsArray())
        {
            await control.PostAsync($"{Breakpoints}/{held!["id"]}/release");
        }

        Assert.All(await Task.WhenAll(standing), a => Assert.Equal(200, a.Status));
    }

    [Theory]
    [InlineData("""{"status":199}""")]
    [InlineData("""{"status":600}""")]
    [InlineData("""{"contentType":"text/html\r\nX: y"}""")]
    [InlineData("""{"contentType":""}""")]
    public async Task What_no_answer_can_be_is_refused_and_the_message_stands(string change)
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var control = new ControlApiClient(cec.Http);
        var check = await cec.HeldAsync((await cec.SignInAsync()).CheckAsync());

        (await control.PostAsync($"{Breakpoints}/request-1/release", change)).MustBeProblem(400, "bad-request");

        await control.PostAsync($"{Breakpoints}/request-1/release");
        Assert.Equal(200, (await check).Status);
        (await control.PostAsync($"{Breakpoints}/request-1/release")).MustBeProblem(404, "message-unknown");
        (await control.DeleteAsync($"{Breakpoints}/request-1")).MustBeProblem(404, "message-unknown");
    }

    [Fact]
    public async Task Whoever_follows_the_space_is_told_what_stands_and_what_has_left()
    {
        await using var cec = await StartAsync(FaultyCec.AtCheck(new Pause(PauseAt.Request)));
        var client = await cec.SignInAsync();
        using var stream = await SseReader.FollowAsync(cec);
        var check = await cec.HeldAsync(client.CheckAsync());
        await new ControlApiClient(cec.Http).PostAsync($"{Breakpoints}/request-1/release");
        await check;

        var held = await stream.NextAsync("breakpointHeld");
        Assert.Equal("request-1", (string?)held["message"]!["id"]);
        Assert.Equal("request-1", (string?)(await stream.NextAsync("breakpointLeft"))["message"]!["id"]);
    }

    private static SpaceSettings AtCreate(PauseAt stage) =>
        FaultyCec.At(CecOperation.CreateClickToCall, new Pause(stage));
}
