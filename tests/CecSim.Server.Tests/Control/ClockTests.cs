using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class ClockTests
{
    private const string Range = "1970-01-01T00:00:00Z to 3000-01-01T00:00:00Z";

    private const string Clock = "spaces/demo/clock";

    [Theory]
    [InlineData("PT10M", "09:10:00")]
    [InlineData("PT1H30M", "10:30:00")]
    [InlineData("10m", "09:10:00")]
    [InlineData("1.5s", "09:00:01.5")]
    public async Task Time_is_advanced_in_either_spelling(string time, string now)
    {
        await using var cec = await StartAsync();

        var after = await new ControlApiClient(cec.Http).PostAsync(Clock, $$"""{"advance":"{{time}}"}""");

        after.MustBeJson($$"""{"mode":"frozen","now":"2026-01-05T{{now}}+00:00","dueCount":0}""");
    }

    [Fact]
    public async Task What_is_due_next_is_told_in_its_order()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        (await control.GetAsync($"{Clock}/due")).MustBeJson("""{"due":[]}""");
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        (await control.GetAsync($"{Clock}/due")).MustBeJson(
            """
            {"due":[{"at":"2026-01-05T09:00:10+00:00","what":"poll hold"},
            {"at":"2026-01-05T10:10:00+00:00","what":"user retirement"}]}
            """);

        await control.PostAsync(Clock, """{"advanceTo":"next"}""");
        await poll;
        Assert.Single((await control.GetAsync($"{Clock}/due"))["due"].AsArray());
    }

    [Theory]
    [InlineData("""{"mode":"frozen","startsAt":"9999-12-31T23:59:59Z"}""", Range)]
    [InlineData("""{"mode":"frozen","startsAt":"0001-01-01T00:00:00Z"}""", Range)]
    [InlineData("""{"mode":"running","startsAt":"3000-01-01T00:00:01Z"}""", Range)]
    [InlineData("""{"mode":"running","startsAt":"1969-12-31T23:00:00-00:30"}""", Range)]
    [InlineData("""{"mode":"running","rate":100001}""", "0.001 to 100000")]
    [InlineData("""{"mode":"running","rate":0}""", "0.001 to 100000")]
    public async Task A_clock_out_of_bounds_is_refused_with_the_bounds(string clock, string bounds)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var refused = await control.PostAsync("spaces", $$"""{"name":"far","clock":{{clock}}}""");

        refused.MustBeProblem(400, "bad-request");
        Assert.Contains(bounds, (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(200, (await control.GetAsync("spaces")).Status);
    }

    [Fact]
    public async Task Time_that_has_come_to_its_end_stands_there_and_spoils_nothing()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var made = await control.PostAsync(
            "spaces", """{"name":"far","clock":{"mode":"frozen","startsAt":"2999-12-31T23:59:59Z"}}""");
        var client = await SpaceTests.SignInAsync(cec, made);

        var refused = await control.PostAsync("spaces/far/clock", """{"advance":"2s"}""");
        refused.MustBeProblem(409, "clock-ends");
        Assert.Contains("3000-01-01T00:00:00Z", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(200, (await control.PostAsync("spaces/far/clock", """{"advance":"1s"}""")).Status);
        Assert.Equal(200, (await control.PostAsync("spaces/far/clock", """{"mode":"running","rate":100000}""")).Status);

        Assert.Equal(200, (await client.CheckAsync()).Status);
        Assert.Equal(200, (await control.GetAsync("findings")).Status);
        Assert.All(
            (await control.GetAsync("spaces"))["spaces"].AsArray(),
            s => Assert.Equal("running", (string)s!["state"]!));
        Assert.Equal(200, (await control.PostAsync("spaces/far/reset", """{"scope":"state"}""")).Status);
    }

    [Fact]
    public async Task Time_is_advanced_to_whatever_is_next()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        Assert.Equal("2026-01-05T09:00:10+00:00", (string?)(await control.GetAsync(Clock))["nextDue"]);

        var after = await control.PostAsync(Clock, """{"advanceTo":"next"}""");

        Assert.Equal("2026-01-05T09:00:10+00:00", (string?)after["now"]);
        Assert.Contains("without any events", (await poll).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_runs_at_a_rate_and_stops()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var runs = await control.PostAsync(Clock, """{"mode":"running","rate":60}""");
        var stands = await control.PostAsync(Clock, """{"mode":"frozen"}""");

        Assert.Equal(("running", 60.0), ((string?)runs["mode"], (double)runs["rate"]));
        Assert.Equal("frozen", (string?)stands["mode"]);
        Assert.Null(stands.Body!["rate"]);
        Assert.Equal((string?)stands["now"], (string?)(await control.GetAsync(Clock))["now"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"mode":"slow"}""")]
    [InlineData("""{"mode":"running","rate":0}""")]
    [InlineData("""{"mode":"frozen","advance":"1s"}""")]
    [InlineData("""{"advance":"10"}""")]
    [InlineData("""{"advance":"-PT1S"}""")]
    [InlineData("""{"advance":"P100Y"}""")]
    [InlineData("""{"advance":"PT99999999999999999H"}""")]
    [InlineData("""{"advanceTo":"yesterday"}""")]
    [InlineData("""{"advance":1}""")]
    public async Task What_time_cannot_do_is_a_problem(string body)
    {
        await using var cec = await StartAsync();

        (await new ControlApiClient(cec.Http).PostAsync(Clock, body)).MustBeProblem(400, "bad-request");
    }

    // Before, an advance ended while the request that it had let go on was still on its way.
    [Fact]
    public async Task An_advance_waits_for_the_requests_that_a_delay_lets_go_on()
    {
        var delay = new FaultRule(CecOperation.CreateClickToCall, FaultWhen.Always, Seconds(2));
        await using var cec = await StartAsync(new SpaceSettings { Faults = [delay] });
        var control = new ControlApiClient(cec.Http);
        for (var i = 1; i <= 50; i++)
        {
            var client = await cec.SignInAsync($"u{i}");
            var request = await cec.HeldAsync(client.CreateAsync());

            await control.PostAsync(Clock, """{"advance":"2s"}""");

            Assert.Equal(i, cec.Space.Calls.View.Count);
            await request;
        }
    }

    // Time must not run ahead of the request: delayed twice by 2 s, it is held from the fourth second on.
    [Fact]
    public async Task A_request_that_goes_on_acts_at_the_moment_when_its_delay_ended()
    {
        var delay = new FaultRule(CecOperation.GetClickToCallEvents, FaultWhen.Always, Seconds(2));
        await using var cec = await StartAsync(new SpaceSettings { Faults = [delay, delay] });
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await control.PostAsync(Clock, """{"advance":"13s"}""");

        var held = Assert.Single((await control.GetAsync("spaces/demo/polls"))["polls"].AsArray())!;
        Assert.Equal("2026-01-05T09:00:04+00:00", (string?)held["since"]);
        Assert.Equal("2026-01-05T09:00:14+00:00", (string?)held["due"]);
        await control.PostAsync(Clock, """{"advance":"1s"}""");
        Assert.Equal(200, (await poll).Status);
    }

    [Fact]
    public async Task A_client_that_hangs_up_while_it_is_delayed_holds_up_nobody()
    {
        var delay = new FaultRule(CecOperation.CheckClickToCallSupport, FaultWhen.Always, Seconds(2));
        await using var cec = await StartAsync(new SpaceSettings { Faults = [delay] });
        var client = await cec.SignInAsync();
        using var gone = new CancellationTokenSource();
        var request = client.AskAsync(HttpMethod.Get, CecClient.CheckPath, null, ends: gone.Token);
        await cec.Space.Time.WhenWaitingAsync(1, TestEnds);

        await gone.CancelAsync();

        await new ControlApiClient(cec.Http).PostAsync(Clock, """{"advance":"2s"}""");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Two_who_advance_at_once_advance_twice()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => control.PostAsync(Clock, """{"advance":"1m"}""")));

        Assert.Equal("2026-01-05T09:20:00+00:00", (string?)(await control.GetAsync(Clock))["now"]);
    }

    [Fact]
    public async Task Ten_thousand_deadlines_of_an_hour_pass_in_one_advance()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var waits = Enumerable.Range(1, 10_000)
            .Select(i => cec.Space.Time.WaitAsync(TimeSpan.FromMilliseconds(i * 360), inFlight: null, TestEnds))
            .ToList();
        await control.GetAsync(Clock);

        var after = await control.PostAsync(Clock, """{"advance":"PT1H"}""");

        await Task.WhenAll(waits);
        Assert.Equal("2026-01-05T10:00:00+00:00", (string?)after["now"]);
    }

    private static Delay Seconds(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
