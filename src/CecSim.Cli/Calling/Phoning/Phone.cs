using CecSim.Telephony.Calling;
using CecSim.Telephony.Media.Codecs;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>Makes the call that event 168101 invites to, as a page would, and keeps what came of it.</summary>
/// <param name="http">Opens the WebSockets, with the trust that the command line gave.</param>
/// <param name="now">The time of the ladder.</param>
/// <param name="tell">Told of each step, on whichever thread it ended.</param>
internal sealed class Phone(
    PhoneOrder order, HttpMessageInvoker http, TimeProvider time, Func<TimeSpan> now, Action<CallStep> tell)
{
    /// <summary>How much longer than asked to listen while something has not been heard or seen yet.</summary>
    private static readonly TimeSpan GraceMax = TimeSpan.FromSeconds(2);

    /// <summary>How long after the event that ends a call the gateway's BYE may come.</summary>
    private static readonly TimeSpan ByeMax = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Null while no call has been made.</summary>
    public PhoneResult? Result { get; private set; }

    /// <summary>Calls, talks and hangs up.</summary>
    /// <param name="over">The contact centre has told of the end: nothing is left to talk about.</param>
    /// <param name="interrupted">Not wanted any more, wherever it stands.</param>
    public async Task CallAsync(
        CecCallEvent.Connected route, TimeSpan talk, CancellationToken over, CancellationToken interrupted)
    {
        var (gateways, complaint) = order.Gateways.Of(route.GatewayAddresses);
        if (gateways.Count == 0)
        {
            Result = PhoneResult.Failed(gateway: null, complaint, remedy: null);
            return;
        }

        await using var party = new CallingParty(time, http);
        foreach (var gateway in gateways)
        {
            switch (await party.CallAsync(PlanOf(gateway, route), interrupted))
            {
                case CallAttempt.Connected { Call: var call }:
                    await TalkAsync(call, talk, over);
                    Result = PhoneResult.Of(gateway, call.Report());
                    return;
                case CallAttempt.Failed { Failure: var failure }:
                    Result = PhoneResult.Failed(gateway, failure.Text, PhoneRemedies.Of(failure));
                    if (failure is CallFailure.NotOpened)
                    {
                        continue;
                    }

                    return;
            }
        }
    }

    private CallPlan PlanOf(Uri gateway, CecCallEvent.Connected route)
    {
        var beganAt = now();
        return new CallPlan
        {
            Gateway = gateway,
            Domain = route.Domain,
            Number = route.AccessCode,
            Caller = route.Caller,
            VideoCodecs = order.Video ? [Codec.Vp8] : [],
            Limits = order.Limits,
            Tell = step => tell(step with { BeganAt = beganAt + step.BeganAt, EndedAt = beganAt + step.EndedAt }),
        };
    }

    private async Task TalkAsync(PlacedCall call, TimeSpan talk, CancellationToken over)
    {
        await using var placed = call;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(over);
        var ended = EndWithAsync(call, ends);
        try
        {
            await Task.Delay(talk, time, ends.Token);
            for (var waited = TimeSpan.Zero; waited < GraceMax && !call.Report().IsSound; waited += LookEvery)
            {
                await Task.Delay(LookEvery, time, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody else ended the call; where only the event has come, the BYE is on its way.
            await Task.WhenAny(call.Ended, Task.Delay(ByeMax, time, CancellationToken.None));
        }

        await call.HangUpAsync();
        await ended;
    }

    private static async Task EndWithAsync(PlacedCall call, CancellationTokenSource ends)
    {
        await call.Ended;
        await ends.CancelAsync();
    }
}
