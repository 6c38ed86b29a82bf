namespace CecSim.LoadTests.Profiles;

/// <summary>
/// Polls that all wait equally long, as every simulator of HTTP can be told to: who has a thread for each answers late
/// where there are many.
/// </summary>
internal static class FixedDelay
{
    private const int HeldMax = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var count = Math.Min(session.Settings.Held, HeldMax);
        var hold = session.Settings.PollHold;
        var space = await session.SpaceAsync(Scenarios.Waiting(hold), isFrozen: false, ends);
        var customers = await session.CustomersAsync(space, count, withCalls: false, ends);
        session.Phase($"{count} polls wait for {hold.TotalSeconds:0.#} s");
        var begin = TimeProvider.System.GetTimestamp();
        using var patience = new CancellationTokenSource(hold + Patience, TimeProvider.System);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ends, patience.Token);
        var what = $"{count} polls, beyond their hold";
        var answered = await Task.WhenAll(customers.Select(c => PollAsync(session, c, begin, what, over.Token)));
        ends.ThrowIfCancellationRequested();
        var unanswered = $"{count} polls, not answered {Patience.TotalSeconds:0} s after their hold";
        session.Add(unanswered, answered.Count(a => !a), "polls");
        if (session.Server.Process is { } process)
        {
            session.Add($"resident memory after {count} polls", process.ResidentBytes / 1e6, "MB");
        }

        await session.LeaveAsync(space);
    }

    /// <returns>False when nobody has the patience any more.</returns>
    private static async Task<bool> PollAsync(
        LoadSession session, LoadCustomer customer, long begin, string what, CancellationToken over)
    {
        try
        {
            await session.TryAsync(async () =>
            {
                var hold = session.Settings.PollHold;
                var answer = await customer.PollCallAsync(hold, over);
                if (answer.IsSuccess)
                {
                    session.Tally.Answered(what, TimeProvider.System.GetElapsedTime(begin) - hold);
                }
                else
                {
                    session.Tally.Failed($"resultCode {answer.ResultCode}");
                }
            });
            return true;
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return false;
        }
    }
}
