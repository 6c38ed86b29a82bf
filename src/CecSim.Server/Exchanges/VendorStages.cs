using CecSim.Server.Cors;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Exchanges;

/// <summary>One thing that takes note of every vendor request. The order of all stands in the pipeline.</summary>
internal interface IVendorObserver
{
    void Enter(VendorExchange exchange);

    /// <summary>The request is over, whoever answered it.</summary>
    void Leave(VendorExchange exchange)
    {
    }
}

/// <summary>One thing that may answer a vendor request. The order of all stands in the pipeline.</summary>
internal interface IVendorStage
{
    ValueTask<StageOutcome> EnterAsync(VendorExchange exchange);

    /// <summary>The request is over, whoever answered it, and whether or not it came as far as here.</summary>
    void Leave(VendorExchange exchange)
    {
    }
}

internal enum StageOutcome
{
    Continue,

    /// <summary>It has its answer, and it is not the handler's.</summary>
    Answered,
}

/// <summary>Begins the journal's entry, which is written down just before the answer goes out.</summary>
internal sealed class JournalObserver : IVendorObserver
{
    public void Enter(VendorExchange exchange) =>
        exchange.Recording?.Begin(exchange, exchange.IsSpaceKnown ? exchange.Space : null);
}

/// <summary>Lets pages of other origins read what the API answers.</summary>
internal sealed class CrossOriginObserver(CrossOriginAccess cors) : IVendorObserver
{
    public void Enter(VendorExchange exchange)
    {
        if (exchange.Route.Operation.IsApi)
        {
            cors.Meet(exchange.Http, exchange.IsSpaceKnown ? exchange.Space : null);
        }
    }
}

/// <summary>Answers for a space in which nothing happens any more.</summary>
internal sealed class FailedSpaceStage : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (!exchange.HasFailedSpace)
        {
            return StageOutcome.Continue;
        }

        await exchange.RefuseForFailureAsync();
        return StageOutcome.Answered;
    }
}

/// <summary>Lets each request of a space take the time that its scenario says a network takes.</summary>
internal sealed class LatencyStage : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (!exchange.HasWaited)
        {
            await WaitAsync(exchange, waits: exchange.Replayed is not { IsKept: true });
        }

        return StageOutcome.Continue;
    }

    /// <param name="waits">False to draw only: the time is over already.</param>
    internal static async Task WaitAsync(VendorExchange exchange, bool waits = true)
    {
        exchange.HasWaited = true;

        // HEAD changes nothing (RFC 9110, 9.2.1), so it draws nothing either: what comes after it waits as without it.
        if (exchange is { IsSpaceKnown: true, IsHead: false }
            && exchange.Space.DrawLatency() is { Ticks: > 0 } latency && waits)
        {
            await exchange.Wait(exchange.Space.Time.WaitAsync(latency, exchange.InFlight, exchange.Aborted));
        }
    }
}

/// <summary>Injects the faults that are armed for the request, before its credentials are looked at.</summary>
internal sealed class FaultStage : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (exchange is not { IsSpaceKnown: true, IsHead: false })
        {
            return StageOutcome.Continue;
        }

        var faults = exchange.Space.Faults;
        var operation = exchange.Route.Operation;
        var who = faults.AskWho(operation.Id) ? await WhoAsync(exchange) : null;
        foreach (var (fault, random) in faults.Strike(operation.Id, who))
        {
            exchange.Recording?.Struck(fault);
            if (await fault.InjectAsync(new FaultTarget(exchange, random)) == FaultOutcome.Handled)
            {
                return StageOutcome.Answered;
            }
        }

        return StageOutcome.Continue;
    }

    /// <summary>Whose request it is. Whom a token was issued to counts, whether or not it is still good.</summary>
    /// <returns>Null when it is not known.</returns>
    internal static async Task<FaultTargetUser?> WhoAsync(VendorExchange exchange)
    {
        if (exchange.Route.Operation.UserKey == UserKey.Body)
        {
            var body = await exchange.ReadBodyAsync();
            return new FaultTargetUser(body.GetStringOrEmpty("userId"), body.GetStringOrEmpty("channelId"));
        }

        return exchange.Header(CecHeaders.MessagingToken) is { } token
            && exchange.Space.MessagingTokens.OwnerOf(token) is { } user
                ? new FaultTargetUser(user.UserId, user.Channel.Id)
                : null;
    }
}

/// <summary>Refuses wrong credentials: all that is wrong is recorded, the first thing is answered.</summary>
internal sealed class CredentialStage : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (Credentials.Check(exchange, exchange.IsSpaceKnown) is not var (refusal, why))
        {
            return StageOutcome.Continue;
        }

        Credentials.Blame(exchange, exchange.IsSpaceKnown);
        await exchange.RefuseAsync(refusal, why);
        return StageOutcome.Answered;
    }
}

/// <summary>Refuses bodies that are compressed in a way that nobody here reads (RFC 9110, 15.5.16).</summary>
internal sealed class ContentCodingStage : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (ContentCodings.WhyRefused(exchange.Http.Request) is not { } why)
        {
            return StageOutcome.Continue;
        }

        exchange.Http.Response.Headers.AcceptEncoding = ContentCodings.Taken;
        await exchange.RefuseAsync(GenericStatuses.ToAnswer(StatusCodes.Status415UnsupportedMediaType), why);
        return StageOutcome.Answered;
    }
}

/// <summary>Counts the long polls that the server holds, and refuses one too many.</summary>
internal sealed class HeldPollStage(HeldPollLimit limit) : IVendorStage
{
    public async ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (!exchange.Route.Operation.IsLongPoll)
        {
            return StageOutcome.Continue;
        }

        if (exchange.IsHead)
        {
            await exchange.AnswerHeadOfPollAsync();
            return StageOutcome.Answered;
        }

        exchange.IsHeld = limit.TryEnter();
        if (exchange.IsHeld)
        {
            return StageOutcome.Continue;
        }

        exchange.Http.Response.Headers.RetryAfter = "1";
        await exchange.RefuseAsync(
            GenericStatuses.ToAnswer(StatusCodes.Status503ServiceUnavailable),
            "the server holds as many long polls as it may: --held-polls-max");
        return StageOutcome.Answered;
    }

    public void Leave(VendorExchange exchange)
    {
        if (exchange.IsHeld)
        {
            limit.Leave();
        }
    }
}
