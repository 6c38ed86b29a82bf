using System.Globalization;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Exchanges;

/// <summary>What faults can do to an exchange.</summary>
internal sealed class FaultTarget(VendorExchange exchange, SeededRandom random) : IFaultTarget
{
    private const string Why = "a fault of the scenario";

    public SeededRandom Random { get; } = random;

    public void ExpireAccessToken()
    {
        if (Credentials.AccessTokenOf(exchange) is { } token)
        {
            exchange.Space.AccessTokens.Expire(token);
        }
    }

    public void RevokeAccessToken()
    {
        if (Credentials.AccessTokenOf(exchange) is { } token)
        {
            exchange.Space.AccessTokens.Revoke(token);
        }
    }

    public void ExpireMessagingToken()
    {
        if (exchange.Header(CecHeaders.MessagingToken) is { } token)
        {
            exchange.Space.MessagingTokens.Expire(token);
        }
    }

    public Task WaitAsync(TimeSpan wait) =>
        exchange.Wait(exchange.Space.Time.WaitAsync(wait, exchange.InFlight, exchange.Aborted));

    public async Task HangAsync()
    {
        exchange.Recording?.NeverAnswers();
        await exchange.Wait(exchange.Space.Time.WaitForEndAsync(exchange.InFlight, exchange.Aborted));
        await CloseAfterAsync(ReadOnlyMemory<byte>.Empty);
    }

    public Task AnswerStatusAsync(int status, string? body)
    {
        exchange.Recording?.MarkAnsweredByFault();
        return body is null
            ? exchange.RefuseAsync(FaultAnswers.OfStatus(status, exchange.Route.Operation, exchange.Space), Why)
            : exchange.AnswerTextAsync(body, Basis.Inferred, status, Why);
    }

    // Whole seconds (RFC 9110, 10.2.3), and rather too late than too early.
    public Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
        {
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            exchange.Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return AnswerStatusAsync(StatusCodes.Status429TooManyRequests, body: null);
    }

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc)
    {
        exchange.Recording?.MarkAnsweredByFault();
        return exchange.RefuseAsync(
            FaultAnswers.OfResultCode(resultCode, resultDesc, exchange.Route.Operation, exchange.Space),
            Why);
    }

    public Task CloseAfterAsync(ReadOnlyMemory<byte> bytes)
    {
        exchange.Recording?.Breaks(bytes);
        return ConnectionAborter.CloseAfterAsync(exchange.Http, bytes);
    }

    public Task ResetAsync()
    {
        exchange.Recording?.Breaks(sent: default);
        ConnectionAborter.Reset(exchange.Http);
        return Task.CompletedTask;
    }

    public void AlterAnswer(Func<AnswerPlan, AnswerPlan> change)
    {
        exchange.Delivery ??= new ResponseWriter(exchange);
        exchange.Delivery.Plan = change(exchange.Delivery.Plan);
    }

    public Task<FaultOutcome> PauseAsync() => RequestBreakpoint.HoldRequestAsync(exchange);

    public void PauseAnswer() => exchange.PausesAnswer = true;

    public void RefuseCookies() => exchange.RefusesCookies = true;

    public void DelayFrame(TimeSpan by) => exchange.FrameLate = by;
}
