using CecSim.Telephony.Calling;

namespace CecSim.LoadTests.Profiles;

/// <summary>The calls of one run, placed by one party as a browser's page would place one.</summary>
internal sealed class MediaCalls(LoadSession session) : IAsyncDisposable
{
    private readonly CallingParty _party = new(TimeProvider.System);
    private readonly ConcurrentBag<PlacedCall> _calls = [];

    public int Count => _calls.Count;

    /// <param name="intended">When it was to begin, as a timestamp.</param>
    public async Task PlaceAsync(CecCallEvent.Connected route, long intended, CancellationToken ends)
    {
        var attempt = await _party.CallAsync(
            new CallPlan
            {
                Gateway = new Uri(route.GatewayAddresses[0]),
                Domain = route.Domain,
                Number = route.AccessCode,
                Caller = route.Caller,
            },
            ends);
        if (attempt is not CallAttempt.Connected { Call: var call })
        {
            session.Tally.Failed(((CallAttempt.Failed)attempt).Failure.Text);
            return;
        }

        _calls.Add(call);
        var report = call.Report();
        session.Tally.Answered("call with its WebSocket", TimeProvider.System.GetElapsedTime(intended));
        session.Tally.Answered("INVITE to 200", report.AnsweredAfter);
        session.Tally.Answered("INVITE to media", report.SetUp);
    }

    public MediaFlow Flow() => MediaFlow.Of([.. _calls.Select(c => c.Report())]);

    /// <summary>Ends them all, closes their WebSockets, and judges each.</summary>
    public async Task HangUpAsync()
    {
        await Task.WhenAll(_calls.Select(async c => await c.DisposeAsync()));
        if (_calls.IsEmpty)
        {
            return;
        }

        var reports = _calls.Select(c => c.Report()).ToList();
        foreach (var trouble in reports.SelectMany(r => r.Troubles))
        {
            session.Tally.Failed(trouble);
        }

        foreach (var line in reports.SelectMany(r => r.Media.Lines).Where(l => l.RoundTrip is not null))
        {
            session.Tally.Answered("round trip, by RTCP", line.RoundTrip!.Value);
            session.Tally.Answered("jitter of what came back", line.Jitter);
        }

        var lines = reports.SelectMany(r => r.Media.Lines).ToList();
        var setUps = reports.Select(r => r.SetUp).Order().ToList();
        session.Add("INVITE to media p95", setUps[setUps.Count * 95 / 100].TotalMilliseconds, "ms");
        session.Add("packets sent", lines.Sum(l => l.PacketsOut), "packets");
        session.Add("packets lost on the way back", lines.Sum(l => l.LostIn), "packets");
        session.Add("packets lost on the way there", lines.Sum(l => l.LostOut ?? 0), "packets");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var call in _calls)
        {
            await call.DisposeAsync();
        }

        await _party.DisposeAsync();
    }
}
