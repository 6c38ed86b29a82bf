namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>A request of a random run, of which only tokens and the refusal of an answer matter.</summary>
internal sealed class RandomTarget(RandomRun run, SeededRandom random) : IFaultTarget
{
    public SeededRandom Random => random;

    public void ExpireAccessToken() => run.ExpireAccessToken();

    public void RevokeAccessToken() => run.RevokeAccessToken();

    public void ExpireMessagingToken() => run.ExpireMessagingToken();

    public Task WaitAsync(TimeSpan wait) => throw new InvalidOperationException("No delays in these runs.");

    public Task HangAsync() => throw new InvalidOperationException("No request hangs in these runs.");

    public Task AnswerStatusAsync(int status, string? body) => Task.CompletedTask;

    public Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter) => Task.CompletedTask;

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc) => Task.CompletedTask;

    public Task CloseAfterAsync(ReadOnlyMemory<byte> bytes) => Task.CompletedTask;

    public Task ResetAsync() => Task.CompletedTask;

    public void AlterAnswer(Func<AnswerPlan, AnswerPlan> change) =>
        throw new InvalidOperationException("No answers here.");
}
