namespace CecSim.LoadTests.Profiles;

/// <summary>Calls with sound at the WebRTC gateway: how long they take to set up, and what they cost it.</summary>
internal sealed class Media : ILoadProfile
{
    private const int RoutesAtOnce = 32;

    public string Name => "media";

    public string Summary => "Calls with sound at the WebRTC gateway, all at once in the end.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 100, Held: 200, TimeSpan.FromSeconds(20));

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => server.HasControl && server.Name != LoadServer.Floor;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Connected, isFrozen: false, ends);
        var routes = await RoutesAsync(session, space, ends);
        session.DropConnections();
        var empty = await session.WhenSettledAsync(ends);

        await using var calls = new MediaCalls(session);
        var rate = session.Settings.RatePerSecond;
        session.Phase($"{routes.Count} calls, {rate:0} a second");
        await session.InjectAsync(
            new Inject(rate, TimeSpan.FromSeconds((routes.Count + 0.5) / rate)),
            (number, intended) => calls.PlaceAsync(routes[(int)number], intended, ends),
            ends);
        await TalkAsync(session, calls, empty, ends);

        session.Phase("all hang up");
        await calls.HangUpAsync();
        await session.LeaveAsync(space);
        var left = await session.WhenSettledAsync(ends);
        session.Add("managed memory left over", left.ManagedBytes - empty.ManagedBytes, "bytes");
        session.Add("threads left over", left.Threads - empty.Threads, "threads");
    }

    // What comes before the call at the gateway is another profile's to measure.
    private static async Task<IReadOnlyList<CecCallEvent.Connected>> RoutesAsync(
        LoadSession session, LoadSpace space, CancellationToken ends)
    {
        session.Phase($"{session.Settings.Held} customers are connected");
        var cec = session.Client(space);
        var routes = new CecCallEvent.Connected[session.Settings.Held];
        var options = new ParallelOptions { MaxDegreeOfParallelism = RoutesAtOnce, CancellationToken = ends };
        await Parallel.ForAsync(0, routes.Length, options, async (i, cancelled) =>
        {
            var customer = cec.Customer(new CecCustomerIdentity
            {
                UserId = $"media-{i}",
                UserName = $"media-{i}",
                ChannelId = space.Credentials.ChannelId,
            });
            var call = (await customer.CreateCallAsync(CecMedia.Voice, cancelled)).ValueOrThrow();
            await foreach (var item in call.EventsAsync(cancelled))
            {
                if (item is CecCallEvent.Connected route)
                {
                    routes[i] = route;
                    break;
                }
            }
        });
        return routes;
    }

    private static async Task TalkAsync(
        LoadSession session, MediaCalls calls, ServerCost empty, CancellationToken ends)
    {
        session.Phase($"{calls.Count} calls go on for {session.Settings.For.TotalSeconds:0} s");
        var before = await session.Control!.CostAsync(collect: true, ends);
        var began = calls.Flow();
        await Task.Delay(session.Settings.For, TimeProvider.System, ends);
        var flowed = calls.Flow();
        var after = await session.Control.CostAsync(collect: false, ends);
        var settled = await session.Control.CostAsync(collect: true, ends);
        var count = Math.Max(1, calls.Count);
        var cpu = (after.CpuMilliseconds - before.CpuMilliseconds) / flowed.Since(began).TotalMilliseconds * 100;
        session.Add("processor", cpu, "% of a core");
        session.Add("processor per call", cpu / count, "% of a core");
        session.Add("resident memory per call", (after.ResidentBytes - empty.ResidentBytes) / 1e6 / count, "MB");
        session.Add("managed memory per call", (settled.ManagedBytes - empty.ManagedBytes) / 1e6 / count, "MB");
        session.Add("threads more than before", after.Threads - empty.Threads, "threads");
        var sentPercent = flowed.ShareSentSince(began) * 100;
        session.Add("packets sent, of those due", sentPercent, "%");
        // A generator that is slower makes a slow gateway look good.
        var least = session.Settings.SentPercentMin;
        if (sentPercent < least)
        {
            session.Tally.Failed($"the generator itself sent less than {least} % of the packets that were due");
        }
    }
}
