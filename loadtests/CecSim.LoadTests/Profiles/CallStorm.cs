namespace CecSim.LoadTests.Profiles;

/// <summary>Whole calls, with the client that one is to copy: create, poll, drop, poll to the end.</summary>
internal sealed class CallStorm : ILoadProfile
{
    // Who calls again has hung up long ago.
    private const int Customers = 20_000;

    public string Name => "call-storm";

    public string Summary => "Whole calls with CecSim.Client at an arrival rate that grows to its full height.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 200, Held: null, TimeSpan.FromSeconds(20));

    public bool CanMeasure(LoadServer server) => server.Name is LoadServer.CecSim or LoadServer.Target;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Connected, isFrozen: false, ends);
        var cec = session.Client(space);
        var rate = session.Settings.RatePerSecond;
        session.Phase($"up to {rate:0} calls a second");
        await session.InjectAsync(
            new RampingInject(rate / 10, rate, session.Settings.For / 4),
            (number, _) => session.TryAsync(() => CallAsync(session, cec, space.Credentials, $"ramp-{number}", ends)),
            ends);
        session.Phase($"{rate:0} calls a second");
        await session.InjectAsync(
            new Inject(rate, session.Settings.For * 3 / 4),
            (number, intended) => session.TryAsync(async () =>
            {
                if (await CallAsync(session, cec, space.Credentials, $"caller-{number % Customers}", ends))
                {
                    session.Tally.Answered("whole call", TimeProvider.System.GetElapsedTime(intended));
                }
            }),
            ends);
        await session.LeaveAsync(space);
    }

    /// <returns>Whether it was connected and came to its end; else what went wrong is counted.</returns>
    private static async Task<bool> CallAsync(
        LoadSession session, CecClient cec, SpaceCredentials credentials, string user, CancellationToken ends)
    {
        var customer = cec.Customer(
            new CecCustomerIdentity { UserId = user, UserName = user, ChannelId = credentials.ChannelId });
        if (await customer.CreateCallAsync(CecMedia.Voice, ends) is not CecResult<CecCall>.Success { Value: { } call })
        {
            session.Tally.Failed("createClickToCall was refused");
            return false;
        }

        var isConnected = false;
        await foreach (var item in call.EventsAsync(ends))
        {
            if (item is CecCallEvent.Connected)
            {
                isConnected = true;
                await call.DropAsync(ends);
            }
        }

        if (!isConnected)
        {
            session.Tally.Failed("the call ended before it was connected");
        }

        return isConnected;
    }
}
