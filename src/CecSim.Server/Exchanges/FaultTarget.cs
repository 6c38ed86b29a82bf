using CecSim.Server.Problems;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Exchanges;

/// <summary>What faults can do to an exchange.</summary>
internal sealed class FaultTarget(VendorExchange exchange) : IFaultTarget
{
    private const string Why = "a fault of the scenario";

    public void ExpireAccessToken()
    {
        if (Credentials.AccessTokenOf(exchange) is { } token)
        {
            exchange.Space.AccessTokens.Expire(token);
        }
    }

    public void ExpireMessagingToken()
    {
        if (exchange.Header(CecHeaders.MessagingToken) is { } token)
        {
            exchange.Space.MessagingTokens.Expire(token);
        }
    }

    public Task WaitAsync(TimeSpan wait) => exchange.Space.Time.WaitAsync(wait, exchange.Errand, exchange.Aborted);

    public Task AnswerStatusAsync(int status, string? body) =>
        body is null
            ? exchange.RefuseAsync(FaultAnswers.OfStatus(status, exchange.Space), Why)
            : exchange.AnswerTextAsync(body, Basis.Inferred, status, Why);

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc) =>
        exchange.RefuseAsync(
            FaultAnswers.OfResultCode(resultCode, resultDesc, exchange.Route.Operation, exchange.Space),
            Why);
}
