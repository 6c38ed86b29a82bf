namespace CecSim.LoadTests.Profiles;

/// <summary>All held polls end at one moment; how long until the last client knows.</summary>
internal sealed class WakeAll : ILoadProfile
{
    private const int Rounds = 5;

    public string Name => "wake-all";

    public string Summary => "All held polls are released at once, five times: how long until the last client has it.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 15_000, For: null);

    public bool CanMeasure(LoadServer server) => server.HasControl;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: true, ends);
        var customers = await session.CustomersAsync(space, session.Settings.Held, withCalls: true, ends);
        var last = new List<TimeSpan>();
        for (var round = 1; round <= Rounds; round++)
        {
            session.Phase($"round {round} of {Rounds}");
            last.Add(await WakeAsync(session, space, customers, ends));
        }

        last.Sort();
        session.Add("until the last client has it", last[Rounds / 2].TotalMilliseconds, "ms");
        session.Add("until the last client has it, worst round", last[^1].TotalMilliseconds, "ms");
        await session.LeaveAsync(space);
    }

    private static async Task<TimeSpan> WakeAsync(
        LoadSession session, LoadSpace space, IReadOnlyList<LoadCustomer> customers, CancellationToken ends)
    {
        var time = TimeProvider.System;
        var begin = 0L;
        var polls = customers.Select(c => session.TryAsync(async () =>
        {
            var answer = await c.PollCallAsync(ends);
            if (answer.IsSuccess && Volatile.Read(ref begin) != 0)
            {
                session.Tally.Answered("release to client", time.GetElapsedTime(begin));
            }
            else
            {
                session.Tally.Failed(answer.IsSuccess ? "answered too early" : $"resultCode {answer.ResultCode}");
            }
        })).ToList();
        await session.WhenHeldAsync(customers.Count, ends);

        Volatile.Write(ref begin, time.GetTimestamp());
        var advanced = session.Control!.AdvanceAsync(space, Scenarios.LongestHold, ends);
        await Task.WhenAll(polls);
        var took = time.GetElapsedTime(begin);
        await advanced;
        return took;
    }
}
