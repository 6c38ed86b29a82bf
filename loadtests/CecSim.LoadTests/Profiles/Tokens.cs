namespace CecSim.LoadTests.Profiles;

/// <summary><c>tokenByAkSk</c>: first as many as 32 connections can get, then at a rate.</summary>
internal sealed class Tokens : ILoadProfile
{
    private const int Connections = 32;

    public string Name => "tokens";

    public string Summary => "tokenByAkSk: as many as 32 connections get, then at a rate.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 2_000, Held: null, TimeSpan.FromSeconds(20));

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => true;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: false, ends);
        var requests = new TokenRequests(session.Server.Address, space.Credentials);
        var half = session.Settings.For / 2;

        // Under a rate that says something of CecSim a peer would only make the generator late.
        if (Peers.All.Contains(session.Server.Name))
        {
            await FloodAsync(session, requests, session.Settings.For, ends);
            return;
        }

        await FloodAsync(session, requests, half, ends);
        session.Phase($"{session.Settings.RatePerSecond:0} a second");
        await requests.InjectAsync(session, new Inject(session.Settings.RatePerSecond, half), "token", ends);
        await session.LeaveAsync(space);
    }

    private static async Task FloodAsync(
        LoadSession session, TokenRequests requests, TimeSpan during, CancellationToken ends)
    {
        session.Phase($"{Connections} connections, as fast as they can");
        using var pool = new RawPool(session.Server.Address);
        var counts = new long[Connections];
        var took = await new KeepConstant(Connections, during).RunAsync(
            copy => session.TryAsync(async () =>
            {
                if (await requests.IsGrantedAsync(session, pool, ends))
                {
                    counts[copy]++;
                    session.Tally.Answered();
                }
            }),
            ends);
        session.Add("throughput", counts.Sum() / took.TotalSeconds, "requests/s");
    }
}
