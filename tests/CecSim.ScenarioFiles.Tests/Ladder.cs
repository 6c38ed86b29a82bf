using Files = CecSim.Scenarios.ScenarioFiles;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>
/// Runs one scenario in frozen time over HTTP and writes down what its callers see: a line for each answer that tells
/// something, with the second of space time, and with the caller where there are several.
/// </summary>
internal sealed class Ladder : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly WebApplication _app;
    private readonly Space _space;
    private readonly Story _story;
    private readonly List<(TimeSpan At, string UserId, string What)> _lines = [];
    private readonly DateTimeOffset _start;

    private Ladder(SpaceSettings settings, Story story)
    {
        _story = story;
        _app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [settings],
            Urls = ["http://127.0.0.1:0"],
            Clock = ClockSettings.Frozen,
        });
        _space = _app.Services.GetRequiredService<SpaceDirectory>().First;
        _start = _space.Time.ReadNow();
    }

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    private TimeSpan Elapsed => _space.Time.ReadNow() - _start;

    public static async Task<IReadOnlyList<string>> RunAsync(string file, Story story)
    {
        var load = Files.Load([file]);
        Assert.Empty(load.Complaints);
        await using var ladder = new Ladder(load.Scenarios.Single().Space, story);
        await ladder.RunAsync();
        return
        [
            .. ladder._lines.OrderBy(l => l.At).ThenBy(l => l.UserId.Length).ThenBy(l => l.UserId).Select(
                l => $"{l.At.TotalSeconds}s {(story.CallersCount > 1 ? l.UserId + " " : "")}{l.What}"),
        ];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RunAsync()
    {
        await _app.StartAsync();
        List<Caller> callers = [];
        for (var number = 1; number <= _story.CallersCount; number++)
        {
            callers.Add(await ArriveAsync($"u{number}"));
        }

        while (callers.Any(c => !c.HasEnded) && Elapsed < Patience)
        {
            await FollowAsync([.. callers.Where(c => !c.HasEnded)]);
        }

        callers.ForEach(c => c.Dispose());
    }

    private async Task<Caller> ArriveAsync(string userId)
    {
        var caller = new Caller(new Uri(_app.Urls.Single()), _space.Settings, userId);
        await caller.SignInAsync();
        if (_story.Chats is ChatWhen.BeforeTheCall or ChatWhen.OnceQueued)
        {
            Write(caller, await caller.ConnectChatAsync());
        }

        Write(caller, await caller.CreateAsync());
        return caller;
    }

    // Second by second, and no further than the next answer: what comes then is for the next poll.
    private async Task FollowAsync(IReadOnlyList<Caller> callers)
    {
        using var allHeld = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        foreach (var caller in callers)
        {
            caller.StartPoll();
        }

        await Task.WhenAny(
            [.. callers.Select(c => c.Poll!), _space.Time.WhenWaitingAsync(callers.Count, allHeld.Token)]);
        await allHeld.CancelAsync();
        if (!callers.Any(c => c.Poll!.IsCompleted))
        {
            await _space.Time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds);
        }

        foreach (var caller in callers.Where(c => c.Poll!.IsCompleted))
        {
            await FinishPollAsync(caller);
        }
    }

    private async Task FinishPollAsync(Caller caller)
    {
        var (line, eventId) = await caller.FinishPollAsync();
        Write(caller, line);
        if (eventId == 168101 && _story.Chats == ChatWhen.OnceConnected)
        {
            Write(caller, await caller.ConnectChatAsync());
        }
        else if (eventId == 168102 && _story.Chats == ChatWhen.OnceQueued)
        {
            Write(caller, await caller.WriteAsync("I want a refund."));
        }
    }

    private void Write(Caller caller, string? what)
    {
        if (what is not null)
        {
            _lines.Add((Elapsed, caller.UserId, what));
        }
    }
}
