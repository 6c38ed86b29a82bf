namespace CecSim.Server.Exchanges;

/// <summary>A request that is done once more: what its client did, and other servers, stands in the log.</summary>
/// <param name="isKept">
/// Whether the log outlives the process: it has the request from when its turn came, and when its answer was sent.
/// </param>
internal sealed class ReplayedRequest(bool isKept)
{
    // Of real time: what the log has of it comes at once or never.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _waits = NewCompletion();
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
        _waits.TrySetResult();
        MarkIdle();
        return _answered.Task;
    }

    /// <summary>Ends when the client has taken the answer, of which no more than that is known.</summary>
    public Task WhenSentAsync()
    {
        _waits.TrySetResult();
        MarkIdle();
        return _sent.Task;
    }

    /// <summary>Another server has answered: the request goes on.</summary>
    /// <exception cref="InvalidDataException">It does not wait for that.</exception>
    public async Task AnswerAsync(string body)
    {
        await WhenWaitingAsync();
        _idle = NewCompletion();
        _answered.TrySetResult(body);
    }

    /// <summary>Its client has taken the answer.</summary>
    /// <exception cref="InvalidDataException">There is none for it.</exception>
    public async Task SendAsync()
    {
        await WhenWaitingAsync();
        _idle = NewCompletion();
        _sent.TrySetResult();
    }

    private async Task WhenWaitingAsync()
    {
        try
        {
            await _waits.Task.WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException e)
        {
            throw new InvalidDataException("A request that had its answer then has none now.", e);
        }
    }

    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
