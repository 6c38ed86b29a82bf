namespace CecSim.LoadTests.Profiles;

/// <summary>An hour goes by at once: every client gets 403 with its next request, and renews both tokens.</summary>
internal sealed class TokenExpiryStorm : ILoadProfile
{
    private static readonly TimeSpan LongerThanAnyToken = TimeSpan.FromMinutes(61);

    public string Name => "token-expiry-storm";

    public string Summary => "All tokens of all clients expire at once: how long until each has got through again.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: 1_000, For: null);

    public bool CanMeasure(LoadServer server) => server.HasControl && server.Name != LoadServer.Floor;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: false, ends);
        using var counting = new RequestCounter(LoadHttp.Handler(session.Server.Address));
        using var http = new HttpClient(counting);
        session.Phase($"{session.Settings.Held} clients, each with tokens of its own");
        var customers = Enumerable.Range(1, session.Settings.Held)
            .Select(i => session.Client(space, http).Customer(new CecCustomerIdentity
            {
                UserId = $"storm-{i}",
                UserName = $"storm-{i}",
                ChannelId = space.Credentials.ChannelId,
            }))
            .ToList();
        await AskAllAsync(session, customers, begin: null, ends);

        session.Phase("an hour goes by");
        counting.Clear();
        await session.Control!.AdvanceAsync(space, LongerThanAnyToken, ends);
        var begin = TimeProvider.System.GetTimestamp();
        await AskAllAsync(session, customers, begin, ends);
        var took = TimeProvider.System.GetElapsedTime(begin);
        session.Add("until the last client got through", took.TotalMilliseconds, "ms");
        session.Add("access tokens fetched per client", counting.Of("tokenByAkSk") / (double)customers.Count, "");
        session.Add("ccmessaging tokens fetched per client", counting.Of("applyToken") / (double)customers.Count, "");
        await session.LeaveAsync(space);
    }

    private static Task<bool[]> AskAllAsync(
        LoadSession session, IEnumerable<CecCustomer> customers, long? begin, CancellationToken ends) =>
        Task.WhenAll(customers.Select(customer => session.TryAsync(async () =>
        {
            if (await customer.CheckAsync(ends) is CecResult<CecSupport>.Refused)
            {
                session.Tally.Failed("checkClickToCallSupport was refused");
            }
            else if (begin is { } storm)
            {
                session.Tally.Answered("expiry to answer", TimeProvider.System.GetElapsedTime(storm));
            }
        })));
}
