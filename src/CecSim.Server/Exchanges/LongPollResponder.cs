using CecSim.Guarding;
using CecSim.Simulation.Polls;

namespace CecSim.Server.Exchanges;

/// <summary>Holds a request until its poll is released, and tells the poll what became of the answer.</summary>
/// <remarks>There may be 100,000 of them: what a poll that waits keeps alive is what it costs.</remarks>
internal static class LongPollResponder
{
    public static async Task WriteAsync<TEvent>(
        VendorExchange exchange,
        HeldPoll<TEvent> poll,
        Func<VendorExchange, IReadOnlyList<TEvent>, Task> writeAsync)
        where TEvent : class, IClientEvent
    {
        exchange.MarkIdle();
        poll.AttachConnection(exchange);

        // A client that hangs up frees its slot at once, whether the poll still waits or its answer is on the way.
        var hangUp = Guard.Register(poll, exchange.Aborted);
        try
        {
            var events = await poll.Answer;
            exchange.Recording?.Released(poll, events);
            if (poll.IsAnswerLost)
            {
                exchange.Recording?.Breaks(sent: default);
                poll.MarkDelivered();
                ConnectionAborter.Reset(exchange.Http);
                return;
            }

            if (exchange.PausesAnswer || exchange.Delivery is { TakesTime: true })
            {
                poll.ExcludeFromAutoAdvance();
            }

            if (exchange.Replayed is { IsKept: true } replayed)
            {
                poll.ExcludeFromAutoAdvance();
                await replayed.WhenSentAsync().WaitAsync(exchange.Aborted);
            }

            await writeAsync(exchange, events);
            if (exchange.IsDropped)
            {
                return;
            }

            await exchange.Http.Response.CompleteAsync();
            if (!exchange.Aborted.IsCancellationRequested && exchange.Delivery is null or { IsWhole: true })
            {
                await SettleAsync(exchange, poll);
                exchange.Delivered = events;
            }
        }
        finally
        {
            hangUp.Unregister();

            // Without effect once the answer was written.
            poll.Abandon();
        }
    }

    // In a space that outlives the process the order of this and the client's next poll has to be that of the log. That
    // the client has the answer stands there before that: a server that is killed now does not deliver it once more.
    private static async Task SettleAsync<TEvent>(VendorExchange exchange, HeldPoll<TEvent> poll)
        where TEvent : class, IClientEvent
    {
        if (exchange is not { LoggedCommand: { } logged, Space.Commands: { Store: not null } log })
        {
            poll.MarkDelivered();
            return;
        }

        log.AddSent(logged);
        var turn = await exchange.Space.Time.TakeTurnAsync(CancellationToken.None);
        poll.MarkDelivered();
        log.AddSettled(logged);
        turn.End();
    }
}
