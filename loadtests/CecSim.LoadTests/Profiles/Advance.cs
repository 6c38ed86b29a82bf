namespace CecSim.LoadTests.Profiles;

/// <summary>An hour with a deadline for each of many calls goes by at once; and a space is reset.</summary>
internal sealed class Advance : ILoadProfile
{
    public string Name => "advance";

    public string Summary => "An hour with 10,000 deadlines goes by at once; then the space is reset.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 10_000, For: null);

    public bool CanMeasure(LoadServer server) => server.HasControl && server.Name != LoadServer.Floor;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var time = TimeProvider.System;
        var space = await session.SpaceAsync(Scenarios.EndingWithinAnHour, isFrozen: true, ends);
        await session.CustomersAsync(space, session.Settings.Held, withCalls: true, ends);
        session.Phase("an hour goes by");
        var begin = time.GetTimestamp();
        await session.Control!.AdvanceAsync(space, TimeSpan.FromHours(1), ends);
        session.Add("an hour over all deadlines", time.GetElapsedTime(begin).TotalMilliseconds, "ms");
        session.Tally.Answered();
        begin = time.GetTimestamp();
        await session.Control.ResetAsync(space, ends);
        session.Add("reset of the space", time.GetElapsedTime(begin).TotalMilliseconds, "ms");
        await session.LeaveAsync(space);
    }
}
