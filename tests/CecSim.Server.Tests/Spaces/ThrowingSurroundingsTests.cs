using CecSim.Guarding;
using CecSim.Scenarios.Reloading;
using CecSim.Server.Certificates;
using CecSim.Server.Spaces;
using CecSim.Simulation.Clock;
using CecSim.Simulation.SpaceEvents;
using Microsoft.Extensions.Logging.Abstractions;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Spaces;

/// <summary>What runs beside the requests and throws: its space fails where it has one, and nothing else.</summary>
public sealed class ThrowingSurroundingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-throwing-").FullName;
    private readonly GuardDiary _diary = new();
    private readonly Guard _guard;

    public ThrowingSurroundingsTests() => _guard = new Guard(_diary);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [ThrowsFrom("poll whose client hung up")]
    public async Task A_client_that_hangs_up_fails_its_space_where_the_poll_cannot_be_let_go()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        var other = await SpaceTests.SignInAsync(cec, await control.PostAsync("spaces", """{"name":"other"}"""));
        var client = await cec.SignInAsync();
        using var hangsUp = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var poll = await cec.HeldAsync(
            client.AskAsync(HttpMethod.Get, CecClient.EventsPath, null, ends: hangsUp.Token));
        ThrowAt<PollReleased>(cec);
        var failed = cec.Space.Time.WhenWaitingAsync(7, TestEnds);

        await hangsUp.CancelAsync();

        await Assert.ThrowsAsync<SpaceFailedException>(() => failed);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Assert.Equal("poll whose client hung up failed inside CecSim: made by a test", cec.Space.Failure?.Why);
        Assert.Equal("poll whose client hung up", Assert.Single(_diary.Failures).Place);
        Assert.Equal(503, (await client.CheckAsync()).Status);
        Assert.Equal(200, (await other.CheckAsync()).Status);
        await control.PostAsync("spaces/demo/reset", """{"scope":"all"}""");
        Assert.Equal(200, (await (await cec.SignInAsync()).CheckAsync()).Status);
    }

    [Fact]
    [ThrowsFrom("end of held polls")]
    public async Task A_poll_that_throws_at_the_end_of_the_server_keeps_none_from_its_empty_answer()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var (ann, ben) = (await cec.SignInAsync("ann"), await cec.SignInAsync("ben"));
        var first = await cec.HeldAsync(ann.PollAsync());
        var second = await cec.HeldAsync(ben.PollAsync(), waiting: 2);
        ThrowAt<PollReleased>(cec);

        await cec.StopAsync();

        Assert.Equal((200, 200), ((await first).Status, (await second).Status));
        Assert.Equal("end of held polls", Assert.Single(_diary.Failures).Place);
        Assert.Equal(2, Assert.Single(cec.Guard.Failures).Count);
    }

    [Fact]
    [ThrowsFrom("end of a space")]
    public async Task A_space_that_throws_at_its_end_is_gone_all_the_same()
    {
        await using var cec = await StartAsync(new CecSimArgs(), guardLog: _diary);
        var control = new ControlApiClient(cec.Http);
        var other = await SpaceTests.SignInAsync(cec, await control.PostAsync("spaces", """{"name":"other"}"""));
        await (await cec.SignInAsync()).CreateAsync();
        ThrowAt<CallStateChanged>(cec);

        Assert.Equal(204, (await control.DeleteAsync("spaces/demo")).Status);

        Assert.Equal("end of a space", Assert.Single(_diary.Failures).Place);
        (await control.GetAsync("spaces/demo")).MustBeProblem(404, "space-unknown");
        Assert.Equal(200, (await other.CheckAsync()).Status);
    }

    [Fact]
    [ThrowsFrom("look at scenario files")]
    public void A_look_at_scenario_files_that_throws_is_followed_by_the_next()
    {
        var (time, toldCount) = (new ManualTime(), 0);
        Write("queued");
        var watch = ScenarioWatch.Start([_folder]);
        using var spaces = new SpaceDirectory(
            watch.Loaded.Scenarios.Select(s => s.Space), time, ClockSettings.Frozen, _guard);
        using var reloading = new ScenarioReloading(watch, spaces, time, _guard, s => s, _ =>
        {
            toldCount++;
            throw new FormatException("made by a test");
        });

        foreach (var step in (string[])["failed", "transferred"])
        {
            Write(step);
            time.Advance(ScenarioReloading.Every * 10);
        }

        Assert.Equal(2, toldCount);
        Assert.Equal("look at scenario files", Assert.Single(_diary.Failures).Place);
        Assert.Equal(2, Assert.Single(_guard.Failures).Count);
    }

    [Fact]
    [ThrowsFrom("certificate")]
    public async Task A_certificate_that_cannot_be_made_ends_neither_the_start_nor_the_end()
    {
        var time = new BrittleTime(TimeProvider.System);
        time.BreakIn("Open");
        var args = new CecSimArgs { Urls = ["https://127.0.0.1:0"], CertificateFolder = _folder };
        await using var served = new ServedCertificate(
            args, time, _guard, NullLogger<ServedCertificate>.Instance);

        await served.StartAsync(TestEnds);
        await served.StopAsync(TestEnds);

        Assert.Equal("certificate", Assert.Single(_diary.Failures).Place);
        Assert.Throws<InvalidTimeZoneException>(() => served.Value);
    }

    private static void ThrowAt<T>(TestCec cec)
        where T : SpaceEvent => cec.Space.Events.Subscribe(happened =>
    {
        if (happened is T)
        {
            throw new FormatException("made by a test");
        }
    });

    private void Write(string step) => File.WriteAllText(
        Path.Combine(_folder, "one.yaml"), $"name: one\nabout: One.\ncalls: [script: [{step}]]\n");
}
