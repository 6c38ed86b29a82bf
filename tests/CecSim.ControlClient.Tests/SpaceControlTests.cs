using System.Net;

namespace CecSim.ControlClient.Tests;

/// <summary>The client against a real server: each method, and what comes back.</summary>
public sealed class SpaceControlTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spaces_are_made_found_and_deleted()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var made = await cec.Control.CreateSpaceAsync(
            new NewSpace { Name = "mine", Clock = new StartClock(ClockMode.Running, Rate: 60) }, TestEnds);

        Assert.Equal(("mine", ClockMode.Running, 60.0), (made.Name, made.Clock.Mode, made.Clock.Rate));
        Assert.Equal(made.AppSecret, (await cec.Control.Space("mine").ReadAsync(TestEnds)).AppSecret);
        Assert.Equal(2, (await cec.Control.ListSpacesAsync(TestEnds)).Count);

        await cec.Control.Space("mine").DeleteAsync(TestEnds);
        Assert.Single(await cec.Control.ListSpacesAsync(TestEnds));
    }

    [Fact]
    public async Task A_problem_is_an_exception_that_says_which()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        var problem = await Assert.ThrowsAsync<ControlProblemException>(
            () => cec.Control.Space("nowhere/at all").ReadClockAsync(TestEnds));

        Assert.Equal(("urn:cecsim:problem:space-unknown", ProblemCode.SpaceUnknown), (problem.Type, problem.Code));
        Assert.Equal(HttpStatusCode.NotFound, problem.Status);
        Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("No space is called nowhere", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_ready_until_it_is_gone()
    {
        var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var control = new CecSimControl(cec.Address);

        Assert.True(await control.IsReadyAsync(TestEnds));
        Assert.Equal(ServerHealth.Ready, await control.ReadHealthAsync(TestEnds));
        await cec.DisposeAsync();
        Assert.False(await control.IsReadyAsync(TestEnds));
        await Assert.ThrowsAsync<HttpRequestException>(() => control.ReadHealthAsync(TestEnds));
    }

    [Fact]
    public async Task Time_is_stopped_run_and_advanced()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var space = cec.Space.Control;
        var begin = (await space.ReadClockAsync(TestEnds)).Now;

        var after = await space.AdvanceAsync(TimeSpan.FromMilliseconds(90_500), TestEnds);
        Assert.Equal(begin.AddSeconds(90.5), after.Now);
        Assert.Equal(after.Now, (await space.AdvanceToNextAsync(TestEnds)).Now);
        Assert.Equal(after.Now.AddMinutes(2), (await space.AdvanceAsync("2m", TestEnds)).Now);
        Assert.Equal(ClockMode.Running, (await space.RunAsync(0.5, TestEnds)).Mode);
        Assert.Equal(ClockMode.Frozen, (await space.FreezeAsync(TestEnds)).Mode);
        await space.ResetAsync(cancellationToken: TestEnds);
        Assert.Equal(begin, (await space.ReadClockAsync(TestEnds)).Now);
    }

    [Fact]
    public async Task Faults_are_armed_told_and_disarmed()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var space = cec.Space.Control;

        var armed = await space.ArmFaultAsync(
            """{"at":"poll","when":{"nth":2},"inject":{"status":503}}""", TestEnds);
        await space.ArmFaultAsync("""{"at":"send","inject":"accessTokenExpired"}""", TestEnds);

        Assert.Equal("""{"nth":2}""", armed.When.ToString());
        Assert.Equal(["poll", "send"], (await space.ListFaultsAsync(TestEnds)).Select(f => f.At));
        await space.DisarmFaultAsync(armed.Id, TestEnds);
        Assert.Single(await space.ListFaultsAsync(TestEnds));
        await space.DisarmFaultsAsync(TestEnds);
        Assert.Empty(await space.ListFaultsAsync(TestEnds));
    }

    [Fact]
    public async Task Agents_are_driven_by_hand()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var space = cec.Space.Control;
        var agent = space.Agent(1001);

        Assert.Equal(AgentState.SignedOut, (await agent.SignOutAsync(TestEnds)).State);
        Assert.Equal(AgentState.Ready, (await agent.SignInAsync(TestEnds)).State);
        Assert.Equal(AgentState.NotReady, (await agent.NotReadyAsync(200, TestEnds)).State);
        Assert.Equal(AgentState.Ready, (await agent.ReadyAsync(TestEnds)).State);
        Assert.Equal(AgentState.Resting, (await agent.RestAsync(TimeSpan.FromMinutes(5), TestEnds)).State);
        Assert.Equal(AgentState.Ready, (await agent.ReadyAsync(TestEnds)).State);
        Assert.Equal(AgentState.Resting, (await agent.RestAsync(allowed: null, reason: 201, TestEnds)).State);
        Assert.Equal(2, (await space.ListQueuesAsync(TestEnds))[0].Idle);
        Assert.Equal(AgentState.Resting, (await space.ListAgentsAsync(TestEnds))[0].State);
        foreach (var act in (Func<Task>[])
                 [
                     () => agent.AnswerAsync(TestEnds), () => agent.DeclineAsync(TestEnds),
                     () => agent.HoldAsync(TestEnds), () => agent.RetrieveAsync(TestEnds),
                     () => agent.ReleaseAsync(TestEnds), () => agent.WriteAsync("u1", "Hello", TestEnds),
                     () => agent.EndChatAsync("u1", TestEnds),
                 ])
        {
            var problem = await Assert.ThrowsAsync<ControlProblemException>(act);
            Assert.Equal("urn:cecsim:problem:agent-refuses", problem.Type);
        }
    }

    [Fact]
    public async Task Whatever_no_poll_or_call_has_is_a_problem()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var space = cec.Space.Control;

        Assert.Empty(await space.ListPollsAsync(TestEnds));
        Assert.Empty(await space.ListCallsAsync(TestEnds));
        await MustBeAsync("poll-unknown", space.ReleasePollAsync("chat-1", TestEnds));
        await MustBeAsync("poll-unknown", space.ReleasePollAsync("chat-1", PushedEvent.Raw(168101), TestEnds));
        await MustBeAsync("poll-unknown", space.CutPollAsync("chat-1", TestEnds));
        await MustBeAsync("call-unknown", space.PushEventAsync(1, PushedEvent.Named("released"), TestEnds));
        await MustBeAsync(
            "call-unknown", space.PushEventAsync(1, PushedEvent.Step("""{"failed":{"causeId":1}}"""), TestEnds));
    }

    [Fact]
    public async Task What_happens_is_followed_until_the_space_ends()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await cec.Control.CreateSpaceAsync(new NewSpace { Name = "mine" }, TestEnds);
        var space = cec.Control.Space("mine");
        await using var events = space.FollowAsync(TestEnds).GetAsyncEnumerator(TestEnds);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("following", "mine"), (events.Current.Kind, events.Current.Space));
        await space.Agent(1001).NotReadyAsync(200, TestEnds);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("agent", AgentState.NotReady), (events.Current.Kind, events.Current.Agent?.State));
        await space.ResetAsync(ResetScope.Journal, TestEnds);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("reset", ResetScope.Journal), (events.Current.Kind, events.Current.Reset));
        await space.DeleteAsync(TestEnds);
        Assert.False(await events.MoveNextAsync());
        await using var later = space.FollowAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await MustBeAsync("space-unknown", later.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task Every_kind_of_event_has_its_part()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await using var events = cec.Space.Control.FollowAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await events.MoveNextAsync();
        using var http = new HttpClient { BaseAddress = cec.Address };
        using var refused = await http.PostAsync(
            new Uri("/apigovernance/api/oauth/tokenByAkSk", UriKind.Relative),
            new StringContent(
                $$"""{"app_key":"{{cec.Space.AppKey}}","app_secret":"wrong"}""", null, "application/json"),
            TestEnds);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("request", "tokenByAkSk"), (events.Current.Kind, events.Current.Entry?.Operation));
    }

    private static async Task MustBeAsync(string code, Task refused) => Assert.Equal(
        $"urn:cecsim:problem:{code}", (await Assert.ThrowsAsync<ControlProblemException>(() => refused)).Type);
}
