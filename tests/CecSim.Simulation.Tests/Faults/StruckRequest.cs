namespace CecSim.Simulation.Tests.Faults;

/// <summary>A request that only remembers how long it was to wait and what was sent in place of an answer.</summary>
internal sealed class StruckRequest(SeededRandom random) : IFaultTarget
{
    public SeededRandom Random => random;

    public TimeSpan Waited { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    public Task WaitAsync(TimeSpan wait)
    {
        Waited += wait;
        return Task.CompletedTask;
    }

    public Task CloseAfterAsync(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes.ToArray();
        return Task.CompletedTask;
    }

    public void ExpireAccessToken() => throw Unexpected();

    public void RevokeAccessToken() => throw Unexpected();

    public void ExpireMessagingToken() => throw Unexpected();

    public Task HangAsync() => throw Unexpected();

    public Task AnswerStatusAsync(int status, string? body) => throw Unexpected();

    public Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter) => throw Unexpected();

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc) => throw Unexpected();

    public Task ResetAsync() => throw Unexpected();

    public void AlterAnswer(Func<AnswerPlan, AnswerPlan> change) => throw Unexpected();

    private static InvalidOperationException Unexpected() => new("This fault has no business here.");
}
