namespace CecSim.LoadTests.Customers;

/// <summary><c>tokenByAkSk</c> as ready bytes, the same for each request.</summary>
internal sealed class TokenRequests(Uri address, SpaceCredentials credentials)
{
    private const int Granted = 200;

    public byte[] Bytes { get; } = RawConnection.Post(
        address,
        "/apigovernance/api/oauth/tokenByAkSk",
        $$"""{"app_key":"{{credentials.AppKey}}","app_secret":"{{credentials.AppSecret}}"}""");

    /// <summary>Asks for a token at each arrival.</summary>
    /// <param name="what">What the latencies are called.</param>
    public async Task InjectAsync(LoadSession session, Arrivals arrivals, string what, CancellationToken ends)
    {
        using var pool = new RawPool(address);
        await session.InjectAsync(
            arrivals,
            (_, intended) => session.TryAsync(async () =>
            {
                if (await IsGrantedAsync(session, pool, ends))
                {
                    session.Tally.Answered(what, TimeProvider.System.GetElapsedTime(intended));
                }
            }),
            ends);
    }

    /// <returns>False where it was refused, which is counted.</returns>
    public async Task<bool> IsGrantedAsync(LoadSession session, RawPool pool, CancellationToken ends)
    {
        var status = await pool.AskAsync(Bytes, ends);
        if (status != Granted)
        {
            session.Tally.Failed($"HTTP {status}");
        }

        return status == Granted;
    }
}
