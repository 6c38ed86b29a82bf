namespace CecSim.Server.Exchanges;

/// <summary>A request that is done once more: what its client did, and other servers, stands in the log.</summary>
/// <param name="isKept">
/// Whether the log outlives the process: it has the request from when its turn came, and when its answer was sent.
/// </param>
internal sealed class ReplayedRequest(bool isKept)
{
    private readonly TaskCompletionSource _sent = NewCompletion();
    private readonly TaskCompletionSource<string> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _idle = NewCompletion();

    public bool IsKept => isKept;

    /// <summary>Ends when the request is held, or waits, or is over.</summary>
    public Task WhenIdle => _idle.Task;

    public void MarkIdle() => _idle.TrySetResult();

    /// <summary>What another server said.</summary>
    public Task<string> WhenAnsweredAsync()
    {
        MarkIdle();
        return _answered.Task;
    }

    /// <summary>Ends when the client has taken the answer, of which no more than that is known.</summary>
    public Task WhenSentAsync()
    {
        MarkIdle();
        return _sent.Task;
    }

    /// <summary>Another server has answered: the request goes on.</summary>
    public void Answer(string body)
    {
        _idle = NewCompletion();
        _answered.TrySetResult(body);
    }

    public void Send()
    {
        _idle = NewCompletion();
        _sent.TrySetResult();
    }

    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
