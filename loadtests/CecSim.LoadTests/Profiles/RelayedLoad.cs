using CecSim.LoadTests.Relays;

namespace CecSim.LoadTests.Profiles;

/// <summary>So many calls through one relay, and what they cost it.</summary>
internal static class RelayedLoad
{
    // What runs often is compiled anew meanwhile.
    private static readonly TimeSpan Begins = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Drains = TimeSpan.FromMilliseconds(500);

    /// <param name="prefix">Of the names of its figures.</param>
    /// <returns>What a call costs, in percent of a core.</returns>
    public static async Task<double> RunAsync(
        LoadSession session,
        RelayProcess relay,
        string prefix,
        RelayedCodec customers,
        RelayedCodec agents,
        CancellationToken ends)
    {
        var count = session.Settings.Held;
        using var calls = new RelayedCalls(customers, agents);
        session.Phase($"{prefix}{count} calls are placed");
        for (var i = 0; i < count; i++)
        {
            var asked = TimeProvider.System.GetTimestamp();
            await calls.PlaceAsync(relay.Control, ends);
            session.Tally.Answered($"{prefix}a call is placed", TimeProvider.System.GetElapsedTime(asked));
        }

        // Until both sides are known a relay may send silence.
        var before = await WhenQuietAsync(calls, ends);
        session.Phase($"{prefix}{count} calls go on for {session.Settings.For.TotalSeconds:0} s");
        await calls.TalkAsync(Begins, lag: null, ends);
        var (cpu, began) = (relay.ProcessorTime, TimeProvider.System.GetTimestamp());
        await calls.TalkAsync(session.Settings.For, session.Lag, ends);
        var spent = (relay.ProcessorTime - cpu) / TimeProvider.System.GetElapsedTime(began) * 100;
        var received = await WhenQuietAsync(calls, ends) - before;

        session.Add($"{prefix}processor", spent, "% of a core");
        session.Add($"{prefix}processor per call", spent / count, "% of a core");
        session.Add($"{prefix}packets sent", calls.SentCount, "packets");
        session.Add($"{prefix}packets lost", calls.SentCount - received, "packets");
        return spent / count;
    }

    /// <returns>What has come once nothing more comes.</returns>
    private static async Task<long> WhenQuietAsync(RelayedCalls calls, CancellationToken ends)
    {
        long before;
        do
        {
            before = calls.ReceivedCount;
            await Task.Delay(Drains, TimeProvider.System, ends);
        }
        while (calls.ReceivedCount > before);

        return before;
    }
}
