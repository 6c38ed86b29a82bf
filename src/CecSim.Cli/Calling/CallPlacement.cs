using CecSim.Client.Chat;

namespace CecSim.Cli.Calling;

/// <summary>Places one call with the client that others use, from its tokens to its end.</summary>
/// <param name="phone">Makes the call at the gateway; null for none.</param>
internal sealed class CallPlacement(CecClient cec, CallOrder order, Phone? phone, TimeProvider time)
{
    /// <summary>How long the end of a call that was interrupted may take.</summary>
    private static readonly TimeSpan GoodbyeMax = TimeSpan.FromSeconds(1.5);

    /// <summary>How long after its BYE the end of the call may be told, before it is dropped.</summary>
    private static readonly TimeSpan EndToldMax = TimeSpan.FromSeconds(5);

    private readonly CecCustomer _customer = cec.Customer(order.Customer);

    public async Task<CallResult> PlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(cancellationToken);
        }
        catch (CecException e)
        {
            return new CallResult(IsSound: false, $"failed: {Remedies.Of(e, order.Target.Address)}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new CallResult(IsSound: false, "failed: interrupted");
        }
    }

    private async Task<CallResult> CheckAsync(CancellationToken cancellationToken)
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

    private async Task<CallResult> CreateAsync(CancellationToken cancellationToken)
    {
        var created = await _customer.CreateCallAsync(order.Media, cancellationToken);
        if (created is CecResult<CecCall>.Refused refused)
        {
            return Failed(refused.Refusal);
        }

        var call = created.ValueOrThrow();
        try
        {
            var verdict = await FollowAsync(call, cancellationToken);
            return phone?.Result is { } result ? PhoneText.Judge(verdict, result) : verdict;
        }
        finally
        {
            if (!call.HasEnded)
            {
                await SayGoodbyeAsync(call.DropAsync);
            }
        }
    }

    private async Task<CallResult> FollowAsync(CecCall call, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var connected = new TaskCompletionSource<CecCallEvent.Connected>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        var hangingUp = HangUpAsync(call, connected.Task, over.Token, cancellationToken);
        CecCallEvent.Connected? route = null;
        try
        {
            await foreach (var item in call.EventsAsync(cancellationToken))
            {
                if (item is CecCallEvent.Connected arrived)
                {
                    route = arrived;
                    connected.TrySetResult(arrived);
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

        return new CallResult(IsSound: false, "failed: the end of the call was never told");
    }

    private static CallResult Ended(CecCallEvent item, CecCallEvent.Connected? route) => route is null
        ? new CallResult(IsSound: false, $"failed: never connected, ended by {item.EventId} {item.Description}")
        : new CallResult(
            item is CecCallEvent.Released,
            $"{(item is CecCallEvent.Released ? "sound" : "failed")}: connected to {route.AccessCode}, " +
            $"ended by {item.EventId} {item.Description}");

    private static CallResult Failed(CecRefusal refusal) => new(IsSound: false, $"failed: refused by {refusal}");

    private async Task HangUpAsync(
        CecCall call,
        Task<CecCallEvent.Connected> connected,
        CancellationToken over,
        CancellationToken cancellationToken)
    {
        try
        {
            using var patience = new CancellationTokenSource(order.Wait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over, patience.Token);
            try
            {
                await TalkAsync(await connected.WaitAsync(either.Token), over, cancellationToken);
            }
            catch (OperationCanceledException) when (!over.IsCancellationRequested)
            {
                // Nobody came in time: the customer hangs up all the same.
            }
            catch (Exception e) when (e is not (CecException or OperationCanceledException))
            {
                // Whoever follows the events would wait for an end that nobody brings about.
                await call.DropAsync(cancellationToken);
                throw;
            }

            // Its answer may come after the event that it brings about.
            await call.DropAsync(cancellationToken);
        }
        catch (Exception e) when (e is CecException or OperationCanceledException)
        {
            // The events say how the call ended, or that nothing can be heard of it.
        }
    }

    private async Task TalkAsync(
        CecCallEvent.Connected route, CancellationToken over, CancellationToken cancellationToken)
    {
        if (phone is null)
        {
            await Task.Delay(order.Talk, time, over);
            return;
        }

        await phone.CallAsync(route, order.Talk, over, cancellationToken);
        if (phone.Result?.Report is not null)
        {
            // Its BYE ends the click-to-call too, and whoever waits for that leaves here.
            await Task.Delay(EndToldMax, time, over);
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
