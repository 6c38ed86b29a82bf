using System.Globalization;
using CecSim.Simulation.Faults;

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>
/// What faults do to the answer of thirdPartyValidate: here CEC is the client, and what a page sees of its trouble is
/// the documented 500.
/// </summary>
internal sealed class ValidationFaultTarget(VendorExchange exchange, SeededRandom random) : IFaultTarget
{
    private const string Source = "thirdPartyValidate, by a fault of the scenario,";

    public SeededRandom Random { get; } = random;

    /// <summary>Null while the API may still be asked.</summary>
    public ValidationOutcome? Outcome { get; private set; }

    public async Task WaitAsync(TimeSpan wait)
    {
        var patience = exchange.Space.Settings.ConnectionBar.ValidateWithin;
        await exchange.Space.Time.WaitAsync(
            wait < patience ? wait : patience, exchange.InFlight, exchange.Aborted);
        if (wait >= patience)
        {
            await Fail($"did not answer within {patience.TotalSeconds} s");
        }
    }

    public Task HangAsync() => WaitAsync(TimeSpan.MaxValue);

    public Task AnswerStatusAsync(int status, string? body) => Fail($"answered {status}");

    public Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter) => Fail("answered 429");

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc)
    {
        Outcome = !long.TryParse(resultCode, CultureInfo.InvariantCulture, out var code)
            ? ValidationOutcome.Failed($"{Source} answered without an integer retCode")
            : code == 0 ? ValidationOutcome.Valid
            : ValidationOutcome.Refused(resultDesc ?? "validate failed", $"{Source} answered retCode {code}");
        return Task.CompletedTask;
    }

    public Task CloseAfterAsync(ReadOnlyMemory<byte> bytes) =>
        Fail(bytes.IsEmpty ? "closed the connection" : "did not answer in JSON");

    public Task ResetAsync() => Fail("reset the connection");

    public Task FailTlsAsync() => Fail("could not be verified: its certificate is of nobody who is trusted");

    // One that comes slowly comes all the same.
    public void AlterAnswer(Func<AnswerPlan, AnswerPlan> change)
    {
        if (change(AnswerPlan.Untouched).Ending != AnswerEnding.Whole)
        {
            Outcome = ValidationOutcome.Failed($"{Source} broke off its answer");
        }
    }

    public void ExpireAccessToken()
    {
    }

    public void RevokeAccessToken()
    {
    }

    public void ExpireMessagingToken()
    {
    }

    private Task Fail(string what)
    {
        Outcome = ValidationOutcome.Failed($"{Source} {what}");
        return Task.CompletedTask;
    }
}
