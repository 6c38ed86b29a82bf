using CecSim.LoadTests.Customers;
using CecSim.LoadTests.Injection;
using CecSim.LoadTests.Servers;

namespace CecSim.LoadTests.Profiles;

/// <summary><c>tokenByAkSk</c>: first as many as 32 connections can get, then at a rate.</summary>
internal sealed class Tokens : ILoadProfile
{
    private const int Connections = 32;

    public string Name => "tokens";

    public string Summary => "tokenByAkSk: as many as 32 connections get, then at a rate.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 2_000, Held: null, TimeSpan.FromSeconds(20));

    public bool CanMeasure(LoadServer server) => true;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: false, ends);
        var request = RawConnection.Post(
            session.Server.Address,
            "/apigovernance/api/oauth/tokenByAkSk",
            $$"""{"app_key":"{{space.Credentials.AppKey}}","app_secret":"{{space.Credentials.AppSecret}}"}""");
        var half = session.Settings.For / 2;
        if (Peers.All.Contains(session.Server.Name))
        {
            session.Phase($"{Connections} connections, as fast as they can");
            await FloodAsync(session, request, session.Settings.For, ends);
            return;
        }

        session.Phase($"{Connections} connections, as fast as they can");
        await FloodAsync(session, request, half, ends);
        session.Phase($"{session.Settings.RatePerSecond:0} a second");
        await using var pool = new RawPool(session.Server.Address);
        await new Injector(session.Lag).RunAsync(
            new Inject(session.Settings.RatePerSecond, half),
            (_, intended) => session.TryAsync(async () =>
            {
                var status = await pool.AskAsync(request, ends);
                if (status == 200)
                {
                    session.Tally.Answered("token", TimeProvider.System.GetElapsedTime(intended));
                }
                else
                {
                    session.Tally.Failed($"HTTP {status}");
                }
            }),
            ends);
        await session.LeaveAsync(space);
    }

    private static async Task FloodAsync(
        LoadSession session, byte[] request, TimeSpan during, CancellationToken ends)
    {
        await using var pool = new RawPool(session.Server.Address);
        var counts = new long[Connections];
        var took = await new KeepConstant(Connections, during).RunAsync(
            copy => session.TryAsync(async () =>
            {
                var status = await pool.AskAsync(request, ends);
                counts[copy]++;
                session.Tally.Answered();
                if (status != 200)
                {
                    session.Tally.Failed($"HTTP {status}");
                }
            }),
            ends);
        session.Add("throughput", counts.Sum() / took.TotalSeconds, "requests/s");
    }
}
