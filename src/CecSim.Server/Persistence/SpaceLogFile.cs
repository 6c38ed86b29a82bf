using CecSim.Guarding;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Persistence;

/// <summary>A space's log in a file. One writer keeps together what has come since its last time.</summary>
internal sealed class SpaceLogFile : ISpaceLog, IAsyncDisposable
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(200);

    private readonly LogFile _file;
    private readonly PersistSync _sync;
    private readonly DiskReserve _reserve;
    private readonly TimeProvider _real;
    private readonly Task _writer;
    private readonly SemaphoreSlim _work = new(0);
    private readonly Lock _gate = new();
    private readonly List<RecordedCommand> _waiting = [];

    private TaskCompletionSource _nextKept = NewCompletion();
    private TaskCompletionSource? _keeping;
    private bool _hasWork;
    private bool _isOver;
    private volatile bool _isReplayed;
    private volatile string? _broken;

    /// <param name="isReplayed">Whether nothing is added to it until it is resumed.</param>
    public SpaceLogFile(
        LogFile file, bool isReplayed, PersistSync sync, DiskReserve reserve, TimeProvider real, Guard guard)
    {
        (_file, _isReplayed, _sync, _reserve, _real) = (file, isReplayed, sync, reserve, real);
        _writer = guard.RunAsync("log of a space", KeepAllAsync, Break);
    }

    /// <summary>It was deleted, or closed.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _isOver;
            }
        }
    }

    public bool IsResumed => !_isReplayed;

    public string? WhyFull => _broken ?? _reserve.WhyFull;

    public void Append(RecordedCommand command)
    {
        lock (_gate)
        {
            if (_isReplayed || _isOver)
            {
                return;
            }

            _waiting.Add(command);
            if (!_hasWork)
            {
                _hasWork = true;
                _work.Release();
            }
        }

        if (command.Kind == CommandKind.Sent)
        {
            WriteNow();
        }
    }

    public ValueTask WhenKeptAsync()
    {
        lock (_gate)
        {
            return _hasWork ? new ValueTask(_nextKept.Task)
                : _keeping is { } keeping ? new ValueTask(keeping.Task)
                : default;
        }
    }

    public void Resume() => _isReplayed = false;

    public void BeginAnew(SpaceOrigin origin)
    {
        lock (_gate)
        {
            _waiting.Clear();
        }

        _file.BeginAnew(origin, isDamaged: _isReplayed);
        Resume();
    }

    public void Stop()
    {
        _broken ??= "the server ends";
        End();
    }

    public void Delete()
    {
        End();
        _file.Delete();
    }

    /// <summary>All that was appended is kept by then.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await _writer;
        _file.Dispose();
        _work.Dispose();
    }

    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void End()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isOver = true;
                _hasWork = true;
                _work.Release();
            }
        }
    }

    private void Break(Failure why)
    {
        _broken ??= why.Why;
        lock (_gate)
        {
            _isOver = true;
            _keeping?.TrySetException(new IOException(why.Why));
            _nextKept.TrySetException(new IOException(why.Why));
        }
    }

    private async Task KeepAllAsync()
    {
        while (true)
        {
            await _work.WaitAsync();
            var keeping = BeginKeeping();
            while (!TryKeep())
            {
                // Those whose commands these are wait; who comes now is refused.
                await Task.Delay(RetryEvery, _real);
            }

            if (EndKeeping(keeping))
            {
                return;
            }
        }
    }

    // What is appended from now on is for the next time.
    private TaskCompletionSource BeginKeeping()
    {
        lock (_gate)
        {
            _hasWork = false;
            (_keeping, _nextKept) = (_nextKept, NewCompletion());
            return _keeping;
        }
    }

    /// <returns>Whether nothing will come any more.</returns>
    private bool EndKeeping(TaskCompletionSource keeping)
    {
        lock (_gate)
        {
            _keeping = null;
            keeping.TrySetResult();
            return _isOver && !_hasWork;
        }
    }

    /// <returns>False when there is no room for what waits, not even in the reserve.</returns>
    private bool TryKeep()
    {
        try
        {
            _file.Write(Take);
            if (_sync == PersistSync.Group)
            {
                _file.Flush();
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _reserve.Spend(e.Message) && TryKeep();
        }
    }

    // As soon after its answer as can be: a process that is killed in between delivers the event once more.
    private void WriteNow()
    {
        try
        {
            _file.Write(Take);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The writer tries it again, and tells.
        }
    }

    private void Take(List<RecordedCommand> target)
    {
        lock (_gate)
        {
            target.AddRange(_waiting);
            _waiting.Clear();
        }
    }
}
