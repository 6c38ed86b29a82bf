using CecSim.Client;
using CecSim.Client.Calls;
using CecSim.Client.Chat;

namespace CecSim.Cli.Calling;

/// <summary>Places one call with the client that others use, from its tokens to its end.</summary>
internal sealed class Placing(CecClient cec, CallOrder order, TimeProvider time)
{
    /// <summary>How long the end of a call that was interrupted may take.</summary>
    private static readonly TimeSpan GoodbyeMax = TimeSpan.FromSeconds(1.5);

    private readonly CecCustomer _customer = cec.Customer(order.Customer);

    public async Task<CallVerdict> PlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(cancellationToken);
        }
        catch (CecException e)
        {
            return new CallVerdict(IsSound: false, $"failed: {Remedies.Of(e, order.Target.Address)}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new CallVerdict(IsSound: false, "failed: interrupted");
        }
    }

    private async Task<CallVerdict> CheckAsync(CancellationToken cancellationToken)
    {
        if (await _customer.CheckAsync(cancellationToken) is CecResult<CecSupport>.Refused refused)
        {
            return Failed(refused.Refusal);
        }

        if (!order.ChatFirst)
        {
            return await CreateAsync(cancellationToken);
        }

        if (await _customer.SendAsync(CecMessage.Connect, cancellationToken) is CecResult<CecReceipt>.Refused noChat)
        {
            return Failed(noChat.Refusal);
        }

        try
        {
            return await CreateAsync(cancellationToken);
        }
        finally
        {
            await SayGoodbyeAsync(end => _customer.SendAsync(CecMessage.Disconnect, end));
        }
    }

    private async Task<CallVerdict> CreateAsync(CancellationToken cancellationToken)
    {
        var created = await _customer.CreateCallAsync(order.Media, cancellationToken);
        if (created is CecResult<CecCall>.Refused refused)
        {
            return Failed(refused.Refusal);
        }

        var call = created.ValueOrThrow();
        try
        {
            return await FollowAsync(call, cancellationToken);
        }
        finally
        {
            if (!call.HasEnded)
            {
                await SayGoodbyeAsync(call.DropAsync);
            }
        }
    }

    private async Task<CallVerdict> FollowAsync(CecCall call, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var connected = new SemaphoreSlim(0);
        var hangingUp = HangUpAsync(call, connected, over.Token, cancellationToken);
        CecCallEvent.Connected? route = null;
        try
        {
            await foreach (var item in call.EventsAsync(cancellationToken))
            {
                if (item is CecCallEvent.Connected arrived)
                {
                    route = arrived;
                    connected.Release();
                }
                else if (item.EndsCall)
                {
                    return Ended(item, route);
                }
            }
        }
        finally
        {
            await over.CancelAsync();
            await hangingUp;
        }

        return new CallVerdict(IsSound: false, "failed: the end of the call was never told");
    }

    private static CallVerdict Ended(CecCallEvent item, CecCallEvent.Connected? route) => route is null
        ? new CallVerdict(IsSound: false, $"failed: never connected, ended by {item.EventId} {item.Description}")
        : new CallVerdict(
            item is CecCallEvent.Released,
            $"{(item is CecCallEvent.Released ? "sound" : "failed")}: connected to {route.AccessCode}, " +
            $"ended by {item.EventId} {item.Description}");

    private static CallVerdict Failed(CecRefusal refusal) => new(IsSound: false, $"failed: refused by {refusal}");

    private async Task HangUpAsync(
        CecCall call, SemaphoreSlim connected, CancellationToken over, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = new CancellationTokenSource(order.Wait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over, patience.Token);
            try
            {
                await connected.WaitAsync(either.Token);
                await Task.Delay(order.Talk, time, over);
            }
            catch (OperationCanceledException) when (!over.IsCancellationRequested)
            {
                // Nobody came in time: the customer hangs up all the same.
            }

            // Its answer may come after the event that it brings about.
            await call.DropAsync(cancellationToken);
        }
        catch (Exception e) when (e is CecException or OperationCanceledException)
        {
            // The events say how the call ended, or that nothing can be heard of it.
        }
    }

    private async Task SayGoodbyeAsync<T>(Func<CancellationToken, Task<T>> goodbye)
    {
        using var end = new CancellationTokenSource(GoodbyeMax, time);
        try
        {
            await goodbye(end.Token);
        }
        catch (Exception e) when (e is CecException or OperationCanceledException)
        {
            // The verdict has said already what is wrong.
        }
    }
}
