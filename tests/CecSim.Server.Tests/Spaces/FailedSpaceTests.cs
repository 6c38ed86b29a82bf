using CecSim.Server.Tests.Telemetry;
using CecSim.Simulation.Clock;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Spaces;

/// <summary>A space in which something throws fails alone: the server and all other spaces go on.</summary>
public sealed class FailedSpaceTests
{
    private const string Why = "space timer 'made to throw' failed inside CecSim: made by a test";

    private readonly GuardDiary _diary = new();

    [Theory]
    [InlineData("alarm")]
    [InlineData("request")]
    [InlineData("advance")]
    [ThrowsFrom("space timer '{entry.Name}'")]
    public async Task A_space_that_throws_fails_alone_and_a_reset_heals_it(string by)
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        var other = await SpaceTests.SignInAsync(cec, await control.PostAsync("spaces", """{"name":"other"}"""));
        var client = await cec.SignInAsync();

        await FailAsync(cec, by);

        var refused = await client.CheckAsync();
        Assert.Equal((503, $"the space demo has failed and needs a reset: {Why}"), (refused.Status, refused.Why));
        Assert.Equal(
            [("demo", "failed", Why), ("other", "running", null)],
            (await control.GetAsync("spaces"))["spaces"].AsArray()
                .Select(s => ((string)s!["name"]!, (string)s["state"]!, (string?)s["why"])));
        Assert.Equal("failed", (string)(await control.GetAsync("spaces/demo"))["state"]!);
        Assert.Equal(200, (await other.CheckAsync()).Status);
        (await control.PostAsync("spaces/demo/clock", """{"advance":"1s"}""")).MustBeProblem(409, "space-failed");
        Assert.Equal(Why, Assert.Single(_diary.Failures).Why);

        Assert.Equal(
            "running", (string)(await control.PostAsync("spaces/demo/reset", """{"scope":"all"}"""))["state"]!);
        Assert.Equal(200, (await (await cec.SignInAsync()).CheckAsync()).Status);
        Assert.Equal(200, (await other.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_failed_space_spoils_no_list_of_all_spaces()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        await FailAsync(cec, "advance");
        var control = new ControlApiClient(cec.Http);
        using var readings = new Readings(cec.Spaces);

        foreach (var path in (string[])
            ["spaces", "findings", "journal", "process", "latency", "health/ready", "spaces/demo/calls",
                "spaces/demo/agents", "spaces/demo/polls", "spaces/demo/faults", "spaces/demo/findings",
                "spaces/demo/journal", "spaces/demo/clock", "spaces/demo/queues"])
        {
            Assert.Equal((path, 200), (path, (await control.GetAsync(path)).Status));
        }

        var seen = readings.Look();
        Assert.Contains("cecsim.spaces.failed 1 cecsim.space=demo", seen);
        Assert.Contains(
            "cecsim.failures 1 cecsim.place=space timer 'made to throw' error.type=System.FormatException", seen);
        Assert.Contains(
            (await control.GetAsync("process"))["failures"].AsArray(),
            f => (string)f!["why"]! == Why && (long)f["count"]! == 1);
    }

    [Fact]
    public async Task Failures_of_one_kind_in_many_spaces_are_logged_once_and_counted()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        for (var i = 0; i < 3; i++)
        {
            await FailAsync(cec, "advance");
            await control.PostAsync("spaces/demo/reset", """{"scope":"state"}""");
        }

        Assert.Single(_diary.Failures);
        Assert.Equal(3, Assert.Single(cec.Guard.Failures).Count);
    }

    [Fact]
    public async Task A_poll_that_is_held_in_a_space_that_fails_is_told_so()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await FailAsync(cec, "advance");

        var answer = await poll;
        Assert.Equal((503, $"the space demo has failed and needs a reset: {Why}"), (answer.Status, answer.Why));
    }

    [Fact]
    public async Task A_failed_space_can_be_deleted_and_does_not_hold_the_end_of_the_server()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("spaces", """{"name":"other"}""");
        await FailAsync(cec, "advance", cec.Spaces.Find("other")!.Space);
        await FailAsync(cec, "advance");

        Assert.Equal(204, (await control.DeleteAsync("spaces/other")).Status);
        await cec.StopAsync();
    }

    [Fact]
    public async Task Whoever_waits_for_a_poll_hears_of_the_failure()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var waiting = cec.Space.Time.WhenWaitingAsync(7, TestEnds);

        await FailAsync(cec, "advance");

        Assert.Equal(Why, (await Assert.ThrowsAsync<SpaceFailedException>(() => waiting)).Message);
    }

    internal static Task FailAsync(TestCec cec, string by) => FailAsync(cec, by, cec.Space);

    private static async Task FailAsync(TestCec cec, string by, Space space)
    {
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = space.Time;
        if (by != "advance")
        {
            time.Run(1);
        }

        using (time.Enter())
        {
            time.At(time.Now + (by == "advance" ? TimeSpan.FromSeconds(1) : TimeSpan.Zero), "made to throw", () =>
            {
                failed.SetResult();
                throw new FormatException("made by a test");
            });
        }

        switch (by)
        {
            case "alarm":
                await failed.Task.WaitAsync(TestEnds);

                // Behind whatever still holds the space's lock.
                time.ReadNow();
                break;
            case "request":
                await cec.Http.GetAsync("/_cecsim/spaces", TestEnds);
                break;
            case "advance":
                await Assert.ThrowsAsync<SpaceFailedException>(
                    () => time.AdvanceAsync(TimeSpan.FromSeconds(2), TestEnds));
                break;
        }

        Assert.Equal(Why, space.Failure?.Why);
    }
}
