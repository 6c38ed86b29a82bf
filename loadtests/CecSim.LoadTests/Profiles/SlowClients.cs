namespace CecSim.LoadTests.Profiles;

/// <summary>Clients that send their requests a byte at a time, and whether the others notice.</summary>
internal sealed class SlowClients : ILoadProfile
{
    private static readonly TimeSpan ByteEvery = TimeSpan.FromMilliseconds(250);

    public string Name => "slow-clients";

    public string Summary => "Tokens at a rate, first alone, then beside clients that send a byte every 250 ms.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 500, Held: 1_000, TimeSpan.FromSeconds(20));

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => server.Name is not (Peers.WireMock or Peers.Mountebank);

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: false, ends);
        var requests = new TokenRequests(session.Server.Address, space.Credentials);
        var arrivals = new Inject(session.Settings.RatePerSecond, session.Settings.For / 2);
        session.Phase("alone");
        await requests.InjectAsync(session, arrivals, "alone", ends);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var slow = Enumerable.Range(0, session.Settings.Held)
            .Select(_ => DribbleAsync(session.Server.Address, requests.Bytes, over.Token))
            .ToList();
        session.Phase($"beside {session.Settings.Held} slow clients");
        await requests.InjectAsync(session, arrivals, "beside slow clients", ends);
        await over.CancelAsync();
        await Task.WhenAll(slow);
        await session.LeaveAsync(space);
    }

    // The server may well lose its patience with one; then it begins again.
    private static async Task DribbleAsync(Uri address, byte[] request, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var connection = await RawConnection.OpenAsync(address, over);
                for (var i = 0; i < request.Length; i++)
                {
                    await connection.SendAsync(request.AsMemory(i, 1), over);
                    await Task.Delay(ByteEvery, TimeProvider.System, over);
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Closed by the server, or the run is over: the loop sees which.
            }
        }
    }
}
