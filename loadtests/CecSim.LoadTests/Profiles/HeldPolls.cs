namespace CecSim.LoadTests.Profiles;

/// <summary>What holding costs: memory and processor time for each poll that waits, at three sizes.</summary>
internal sealed class HeldPolls : ILoadProfile
{
    public string Name => "held-polls";

    public string Summary => "Long polls that wait, more in three steps: what each costs, and what stays behind.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 15_000, TimeSpan.FromSeconds(15));

    public bool CanMeasure(LoadServer server) => server.Name != LoadServer.Target || server.HasControl;

    // Their threads make each round of it as long as the patience.
    public bool WarmsUpPeers => false;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        await FixedDelay.RunAsync(session, ends);
        if (session.Control is not null)
        {
            await HoldAsync(session, ends);
        }
    }

    private static async Task HoldAsync(LoadSession session, CancellationToken ends)
    {
        var control = session.Control!;
        session.DropConnections();
        await session.WhenSettledAsync(ends);
        var empty = await control.CostAsync(collect: true, ends);
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: true, ends);
        var customers = await session.CustomersAsync(space, session.Settings.Held, withCalls: true, ends);
        session.DropConnections();
        var idle = await session.WhenSettledAsync(ends);

        var polls = new List<Task>();
        foreach (var size in Sizes(session.Settings.Held))
        {
            session.Phase($"{size} polls are held");
            var more = customers.Skip(polls.Count).Take(size - polls.Count);
            polls.AddRange(more.Select(c => PollAsync(session, c, ends)));
            await session.WhenHeldAsync(size, ends);
            Tell(session, size, idle, await control.CostAsync(collect: true, ends));
        }

        await RestAsync(session, ends);
        session.Phase("all are released");
        await control.AdvanceAsync(space, Scenarios.LongestHold, ends);
        await Task.WhenAll(polls);
        await session.LeaveAsync(space);
        session.DropConnections();
        var left = await session.WhenSettledAsync(ends);
        session.Add("managed memory left over", left.ManagedBytes - empty.ManagedBytes, "bytes");
        session.Add("threads left over", left.Threads - empty.Threads, "threads");
    }

    private static IEnumerable<int> Sizes(int held) =>
        new[] { held / 15, held / 3, held }.Where(s => s > 0).Distinct();

    private static void Tell(LoadSession session, int size, ServerCost idle, ServerCost now)
    {
        var each = (now.ManagedBytes - idle.ManagedBytes) / (double)size;
        session.Add($"managed memory per poll at {size}", each, "bytes");
        session.Add($"resident memory at {size}", now.ResidentBytes / 1e6, "MB");
    }

    private static Task<bool> PollAsync(LoadSession session, LoadCustomer customer, CancellationToken ends) =>
        session.TryAsync(async () =>
        {
            var answer = await customer.PollCallAsync(ends);
            if (answer.IsSuccess)
            {
                session.Tally.Answered();
            }
            else
            {
                session.Tally.Failed($"resultCode {answer.ResultCode}");
            }
        });

    // Nothing happens now: whatever the server still does, it does for holding.
    private static async Task RestAsync(LoadSession session, CancellationToken ends)
    {
        session.Phase($"nothing happens for {session.Settings.For.TotalSeconds:0} s");
        var before = await session.Control!.CostAsync(collect: false, ends);
        await Task.Delay(session.Settings.For, TimeProvider.System, ends);
        var after = await session.Control.CostAsync(collect: false, ends);
        var cpu = (after.CpuMilliseconds - before.CpuMilliseconds) / session.Settings.For.TotalMilliseconds;
        session.Add("processor while nothing happens", cpu * 100, "% of a core");
    }
}
