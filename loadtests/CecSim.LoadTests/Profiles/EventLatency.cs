namespace CecSim.LoadTests.Profiles;

/// <summary>Events at a rate to customers who all poll; how long until each has reached its own.</summary>
internal sealed class EventLatency : ILoadProfile
{
    private const int QueuedEventId = 168102;
    private static readonly TimeSpan LatestArrival = TimeSpan.FromSeconds(15);

    public string Name => "event-latency";

    public string Summary => "Events at a rate to customers who all poll: how long until each has its own.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: 1_000, Held: 15_000, TimeSpan.FromSeconds(20));

    public bool CanMeasure(LoadServer server) => server.HasControl;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var control = session.Control!;
        var space = await session.SpaceAsync(Scenarios.Waiting(), isFrozen: false, ends);
        var customers = await session.CustomersAsync(space, session.Settings.Held, withCalls: true, ends);
        var calls = await control.CallsByUserAsync(space, ends);
        var plan = new Inject(session.Settings.RatePerSecond, session.Settings.For);
        var arrivals = new EventArrivals(plan.Moments().Count(), session.Tally);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var pollers = customers.Select(c => PollAsync(session, c, arrivals, over.Token)).ToList();
        await session.WhenHeldAsync(customers.Count, ends);
        // Signing in leaves much to collect, whoever serves: it is no part of what is measured.
        await control.CostAsync(collect: true, ends);
        var before = await control.LatencyAsync(ends);

        session.Phase($"{session.Settings.RatePerSecond:0} events a second to {customers.Count} polls");
        await session.InjectAsync(
            plan,
            (number, intended) => session.TryAsync(() =>
            {
                arrivals.IsSent(number, intended);
                var customer = customers[(int)(number % customers.Count)];
                var text = number.ToString(CultureInfo.InvariantCulture);
                return control.PushEventAsync(space, calls[customer.UserId], QueuedEventId, text, ends);
            }),
            ends);
        await arrivals.WhenAllAsync(LatestArrival, ends);
        session.Events = (arrivals.LostCount, arrivals.DuplicatedCount);
        if (before is not null && await control.LatencyAsync(ends) is { } after)
        {
            var (buckets, sum) = after.Since(before);
            session.ServerLatency = LatencySummary.Of("event, as the server saw it", buckets, sum);
        }

        await over.CancelAsync();
        await Task.WhenAll(pollers);
        await session.LeaveAsync(space);
    }

    private static async Task PollAsync(
        LoadSession session, LoadCustomer customer, EventArrivals arrivals, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await session.TryAsync(async () =>
                {
                    var answer = await customer.PollCallAsync(over);
                    if (!answer.IsSuccess)
                    {
                        session.Tally.Failed($"resultCode {answer.ResultCode}");
                    }
                    else if (answer.EventId is not null && long.TryParse(answer.ResultDesc, out var number))
                    {
                        arrivals.HasCome(number);
                    }
                });
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over; nobody waits for events any more.
        }
    }
}
