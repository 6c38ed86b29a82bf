namespace Floor;

/// <summary>A request parked on a task completion source, or the texts that wait for one.</summary>
internal sealed class Customer(string user, long number)
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _waiting = new();
    private TaskCompletionSource<string?>? _parked;

    public string User => user;

    public long Number => number;

    public bool IsParked => _parked is not null;

    /// <param name="hold">How long at most; null for ever.</param>
    /// <returns>The next text; null when it is answered without.</returns>
    public async Task<string?> ParkAsync(TimeSpan? hold)
    {
        var parked = Park();
        if (hold is { } time && !parked.IsCompleted)
        {
            await Task.WhenAny(parked, Task.Delay(time, TimeProvider.System));
            Answer();
        }

        return await parked;
    }

    private Task<string?> Park()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var text))
            {
                return Task.FromResult<string?>(text);
            }

            _parked = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _parked.Task;
        }
    }

    public void Answer()
    {
        lock (_lock)
        {
            _parked?.TrySetResult(null);
            _parked = null;
        }
    }

    public void Push(string text)
    {
        lock (_lock)
        {
            if (_parked is { } parked)
            {
                _parked = null;
                parked.TrySetResult(text);
            }
            else
            {
                _waiting.Enqueue(text);
            }
        }
    }
}
