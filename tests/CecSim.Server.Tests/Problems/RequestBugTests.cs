using CecSim.Server.Tests.Control.Stream;
using CecSim.Server.Tests.Spaces;
using CecSim.Server.Tests.Telemetry;
using CecSim.Simulation.SpaceEvents;
using Microsoft.AspNetCore.Hosting;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Problems;

/// <summary>
/// A request whose own handler throws: a bug, which the guard counts, and which fails the space that it was changing.
/// </summary>
public sealed class RequestBugTests
{
    private const string OfClient = "request 'createClickToCall' failed inside CecSim: made by a test";
    private const string OfControl =
        "control request '/_cecsim/spaces/{spaceName}/agents/{workNo:int}/{action}' failed inside CecSim: "
        + "made by a test";

    private static readonly SpaceSettings WithBug =
        new() { Faults = [new(CecOperation.ApplyToken, FaultWhen.Always, new Bug())] };

    private readonly GuardDiary _diary = new();

    [Theory]
    [InlineData("client", OfClient)]
    [InlineData("control", OfControl)]
    [ThrowsFrom("request '{exchange.Route.Operation.Word}'")]
    [ThrowsFrom("control request '{(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}'")]
    [ThrowsFrom("event of a failed space")]
    public async Task A_request_that_throws_while_it_changes_a_space_fails_that_space_alone(string by, string why)
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var door = new ControlApiClient(cec.Http);
        var other = await SpaceTests.SignInAsync(cec, await door.PostAsync("spaces", """{"name":"other"}"""));
        var client = await cec.SignInAsync();
        ThrowAt(cec, happened => happened is CallStateChanged or AgentStateChanged or SpaceFailed);

        if (by == "client")
        {
            var answer = await client.CreateAsync();
            Assert.Equal((500, why), (answer.Status, answer.Why));
        }
        else
        {
            var problem = await door.PostAsync("spaces/demo/agents/1001/not-ready", """{"reason":200}""");
            problem.MustBeProblem(500, "bug");
            Assert.Equal(why, (string?)problem["detail"]);
        }

        var refused = await client.CheckAsync();
        Assert.Equal((503, $"the space demo has failed and needs a reset: {why}"), (refused.Status, refused.Why));
        Assert.Equal(why, (string?)(await door.GetAsync("spaces/demo"))["why"]);
        (await door.PostAsync("spaces/demo/clock", """{"advance":"1s"}""")).MustBeProblem(409, "space-failed");
        Assert.Equal(200, (await other.CheckAsync()).Status);
        Assert.Equal(
            [why, "event of a failed space failed inside CecSim: made by a test"], _diary.Failures.Select(f => f.Why));
        using (var readings = new Readings(cec.Spaces))
        {
            Assert.Contains(
                $"cecsim.failures 1 cecsim.place={_diary.Failures[0].Place} error.type=System.FormatException",
                readings.Look());
        }

        await door.PostAsync("spaces/demo/reset", """{"scope":"all"}""");
        Assert.Equal(200, (await (await cec.SignInAsync()).CreateAsync()).Status);
        Assert.Equal(200, (await other.CheckAsync()).Status);
    }

    [Fact]
    [ThrowsFrom("record of a request")]
    public async Task A_record_that_throws_leaves_the_answer_and_fails_the_space()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var client = await cec.SignInAsync();
        ThrowAt(cec, happened => happened is RequestRecorded);

        // Recorded at its very end, as whatever has no exchange.
        Assert.Equal(204, (await client.AskAsync(HttpMethod.Options, CecClient.CreatePath, null)).Status);

        Assert.Equal(503, (await client.CheckAsync()).Status);
        Assert.Equal("record of a request failed inside CecSim: made by a test", cec.Space.Failure?.Why);
        Assert.Equal("record of a request", Assert.Single(_diary.Failures).Place);
        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"all"}""");
        Assert.Equal(200, (await (await cec.SignInAsync()).CheckAsync()).Status);
    }

    [Fact]
    public async Task A_request_that_throws_in_one_space_is_logged_once_and_counted_each_time()
    {
        await using var cec = await StartAsync(
            new CecSimArgs { Spaces = [WithBug] },
            guardLog: _diary);
        var client = new CecClient(cec.Http, cec.Space.Settings);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(500, (await client.PostAsync(CecClient.ApplyPath, CecClient.ApplyBody())).Status);
            await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"state"}""");
        }

        Assert.Equal("request 'applyToken'", Assert.Single(_diary.Failures).Place);
        Assert.Equal(3, Assert.Single(cec.Guard.Failures).Count);
    }

    [Fact]
    public async Task A_look_at_a_space_that_throws_fails_nothing_but_itself()
    {
        await using var cec = await StartAsync(
            new CecSimArgs { Spaces = [WithBug] },
            guardLog: _diary);
        var door = new ControlApiClient(cec.Http);

        (await door.GetAsync("spaces/demo/faults")).MustBeProblem(500, "bug");
        (await door.GetAsync("spaces/demo/faults")).MustBeProblem(500, "bug");

        Assert.Equal("running", (string?)(await door.GetAsync("spaces/demo"))["state"]);
        Assert.Single(_diary.Failures);
        Assert.Equal(2, Assert.Single(cec.Guard.Failures).Count);
    }

    [Fact]
    [ThrowsFrom("request")]
    public async Task A_request_of_no_space_that_throws_is_counted_and_fails_none()
    {
        await using var cec = await StartAsync(
            new CecSimArgs(),
            app => app.Use(next => http => http.Request.Path == "/"
                ? throw new FormatException("made by a test")
                : next(http)),
            guardLog: _diary);

        for (var i = 0; i < 3; i++)
        {
            using var answer = await cec.Http.GetAsync("/", TestEnds);
            Assert.Equal(500, (int)answer.StatusCode);
            Assert.Equal(
                ["request failed inside CecSim: made by a test"], answer.Headers.GetValues("X-CecSim-Why"));
        }

        Assert.Equal("request", Assert.Single(_diary.Failures).Place);
        Assert.Equal(3, Assert.Single(cec.Guard.Failures).Count);
        Assert.Null(cec.Space.Failure);
    }

    [Theory]
    [InlineData(CecClient.CreatePath)]
    [InlineData("/_cecsim/spaces/demo/reset")]
    public async Task A_client_that_hangs_up_in_the_middle_of_its_body_is_no_failure(string path)
    {
        var life = new RequestLife(path);
        await using var cec = await StartAsync(
            new CecSimArgs(),
            guardLog: _diary,
            configureBuilder: builder => builder.Services.AddSingleton<IStartupFilter>(life));
        var client = await cec.SignInAsync();
        var body = new HalfBody();
        using var hangsUp = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var asking = client.AskAsync(HttpMethod.Post, path, body, ends: hangsUp.Token);
        await body.IsHalfSent.WaitAsync(TestEnds);
        await life.Begin.WaitAsync(TestEnds);
        await hangsUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await life.End.WaitAsync(TestEnds);

        Assert.Empty(_diary.Failures);
        Assert.Null(cec.Space.Failure);
    }

    [Fact]
    public async Task Who_follows_a_space_is_told_that_it_failed_and_that_it_was_healed()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var door = new ControlApiClient(cec.Http);
        using var stream = await SseReader.FollowAsync(cec);

        await FailedSpaceTests.FailAsync(cec, "advance");
        var failed = await stream.NextAsync("failed");
        await door.PostAsync("spaces/demo/reset", """{"scope":"faults"}""");
        await door.PostAsync("spaces/demo/reset", """{"scope":"state"}""");
        await door.PostAsync("spaces/demo/reset", """{"scope":"state"}""");

        Assert.Equal(
            "space timer 'made to throw' failed inside CecSim: made by a test", (string?)failed["failed"]);
        Assert.Equal(["reset", "reset", "healed", "reset"], await NamesAsync(stream, 4));
    }

    private static async Task<List<string>> NamesAsync(SseReader stream, int count)
    {
        var names = new List<string>();
        while (names.Count < count && await stream.NextAsync() is var (name, _))
        {
            names.Add(name);
        }

        return names;
    }

    private static void ThrowAt(TestCec cec, Func<SpaceEvent, bool> which) => cec.Space.Events.Subscribe(happened =>
    {
        if (which(happened))
        {
            throw new FormatException("made by a test");
        }
    });

    /// <summary>Before the whole pipeline.</summary>
    /// <summary>A client that hangs up before its request has begun has asked nothing.</summary>
    private sealed class RequestLife(string path) : IStartupFilter
    {
        private readonly TaskCompletionSource _begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begin => _begin.Task;

        public Task End => _end.Task;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, pipeline) =>
            {
                if (http.Request.Path != path)
                {
                    await pipeline(http);
                    return;
                }

                _begin.SetResult();
                try
                {
                    await pipeline(http);
                }
                finally
                {
                    _end.SetResult();
                }
            });
            next(app);
        };
    }

    /// <summary>A fault that nobody knows the name of, which the journal asks for.</summary>
    private sealed record Bug : RequestFault
    {
        public override Task<FaultOutcome> InjectAsync(IFaultTarget target) => Task.FromResult(FaultOutcome.Continue);
    }
}
