namespace CecSim.LoadTests.Profiles;

/// <summary>Many long polls for a long time. The server's memory must come back to where it was.</summary>
internal sealed class Soak : ILoadProfile
{
    private static readonly TimeSpan PollHoldMax = TimeSpan.FromSeconds(10);

    public string Name => "soak";

    public string Summary => "Long polls that end and begin again for a while; afterwards nothing may have stayed.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 2_000, TimeSpan.FromMinutes(3));

    // The floor's polls never end by themselves.
    public bool CanMeasure(LoadServer server) => server.HasControl && server.Name != LoadServer.Floor;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var control = session.Control!;

        // The same twice: a server that was idle has fewer buffers in its pools than one that was busy.
        var half = session.Settings.For / 2;
        session.Phase($"{session.Settings.Held} polls for {half.TotalSeconds:0} s");
        await HoldAsync(session, half, ends);
        var before = await session.WhenSettledAsync(ends);
        session.Phase("the same once more");
        var holding = HoldAsync(session, half, ends);
        await Task.Delay(half / 2, TimeProvider.System, ends);
        var held = await control.CostAsync(collect: true, ends);
        await holding;
        var after = await session.WhenSettledAsync(ends);
        session.Add("managed memory before", before.ManagedBytes / 1e6, "MB");
        session.Add("managed memory while polls are held", held.ManagedBytes / 1e6, "MB");
        session.Add("managed memory after", after.ManagedBytes / 1e6, "MB");
        var stayed = (double)(after.ManagedBytes - before.ManagedBytes);
        session.Add("memory that stayed, of what was held", 100 * stayed / HeldBytes(before, held), "%");
        session.Add("threads left over", after.Threads - before.Threads, "threads");
        session.Add("work that waits afterwards", after.PendingWork, "items");
        session.Add("polls held afterwards", (await control.CostAsync(collect: false, ends)).HeldPolls, "polls");
    }

    private static long HeldBytes(ServerCost before, ServerCost held) =>
        Math.Max(1, held.ManagedBytes - before.ManagedBytes);

    private static async Task HoldAsync(LoadSession session, TimeSpan length, CancellationToken ends)
    {
        var hold = length < PollHoldMax ? length : PollHoldMax;
        var space = await session.SpaceAsync(Scenarios.Waiting(hold), isFrozen: false, ends);
        var customers = await session.CustomersAsync(space, session.Settings.Held, withCalls: false, ends);
        var time = TimeProvider.System;
        var begin = time.GetTimestamp();
        await Task.WhenAll(customers.Select(async customer =>
        {
            while (time.GetElapsedTime(begin) < length)
            {
                await session.TryAsync(async () =>
                {
                    var asked = time.GetTimestamp();
                    var answer = await customer.PollCallAsync(ends);
                    if (answer.IsSuccess)
                    {
                        var late = time.GetElapsedTime(asked) - hold;
                        session.Tally.Answered("poll's end, beyond its hold", late);
                    }
                    else
                    {
                        session.Tally.Failed($"resultCode {answer.ResultCode}");
                    }
                });
            }
        }));
        await session.LeaveAsync(space);
        session.DropConnections();
    }
}
