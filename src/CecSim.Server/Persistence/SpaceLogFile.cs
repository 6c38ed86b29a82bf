using System.Buffers;
using CecSim.Guarding;
using CecSim.Server.Certificates;
using CecSim.Simulation.Commands;
using Microsoft.Win32.SafeHandles;

namespace CecSim.Server.Persistence;

/// <summary>
/// A space's log in one file: a line with its origin, then one for each command. Commands are written by one writer,
/// all that have come since its last write together.
/// </summary>
internal sealed class SpaceLogFile : ISpaceLog, IAsyncDisposable
{
    /// <summary>What the file of a log that could not be read is called then, behind its name.</summary>
    public const string Damaged = ".damaged";

    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(200);

    private readonly string _path;
    private readonly PersistSync _sync;
    private readonly DiskReserve _reserve;
    private readonly Disk _disk;
    private readonly TimeProvider _real;
    private readonly Task _writer;
    private readonly SemaphoreSlim _work = new(0);
    private readonly Lock _gate = new();
    private readonly Lock _fileGate = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    private List<RecordedCommand> _waiting = [];
    private List<RecordedCommand> _written = [];
    private TaskCompletionSource _nextKept = NewCompletion();
    private TaskCompletionSource? _kept;
    private SafeFileHandle? _file;
    private long _length;
    private volatile bool _isReplayed;
    private bool _isOver;
    private volatile string? _broken;

    /// <param name="length">How much of the file is sound.</param>
    private SpaceLogFile(
        string path,
        long length,
        bool isReplayed,
        PersistSync sync,
        DiskReserve reserve,
        Disk disk,
        TimeProvider real,
        Guard guard)
    {
        (_path, _length, _isReplayed, _sync) = (path, length, isReplayed, sync);
        (_reserve, _disk, _real) = (reserve, disk, real);
        _file = Open(path);
        RandomAccess.SetLength(_file, length);
        _writer = guard.RunAsync("log of a space", WriteAllAsync, Break);
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

    public string? WhyFull => _broken ?? _reserve.WhyFull;

    /// <exception cref="IOException">It cannot be written.</exception>
    public static SpaceLogFile Begin(
        string path,
        SpaceOrigin origin,
        PersistSync sync,
        DiskReserve reserve,
        Disk disk,
        TimeProvider real,
        Guard guard) =>
        new(path, WriteOrigin(path, origin), isReplayed: false, sync, reserve, disk, real, guard);

    /// <summary>Goes on with one that was read. Until <see cref="Resume"/> nothing is added.</summary>
    public static SpaceLogFile GoOn(
        StoredSpace space,
        PersistSync sync,
        DiskReserve reserve,
        Disk disk,
        TimeProvider real,
        Guard guard) =>
        new(
            space.Path,
            space.Damage is null ? space.SoundBytes : space.SoundBytes + space.TornBytes,
            isReplayed: true,
            sync,
            reserve,
            disk,
            real,
            guard);

    public void Append(RecordedCommand command)
    {
        lock (_gate)
        {
            if (_isReplayed || _isOver)
            {
                return;
            }

            _waiting.Add(command);
            if (_waiting.Count == 1)
            {
                _work.Release();
            }
        }
    }

    public ValueTask WhenKeptAsync()
    {
        lock (_gate)
        {
            return _waiting.Count > 0 ? new ValueTask(_nextKept.Task)
                : _kept is { } kept ? new ValueTask(kept.Task)
                : default;
        }
    }

    public bool IsResumed => !_isReplayed;

    public void Resume()
    {
        lock (_gate)
        {
            _isReplayed = false;
        }
    }

    public void BeginAnew(SpaceOrigin origin)
    {
        lock (_fileGate)
        {
            DropAll();
            _file?.Dispose();
            if (!IsResumed)
            {
                // It could not be made again. Somebody may want to know what was in it.
                File.Move(_path, _path + Damaged, overwrite: true);
                Resume();
            }

            _length = WriteOrigin(_path, origin);
            _file = Open(_path);
        }
    }

    public void Delete()
    {
        lock (_fileGate)
        {
            End();
            _file?.Dispose();
            _file = null;
            File.Delete(_path);
        }
    }

    /// <summary>All that was appended is kept by then.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await _writer;
        lock (_fileGate)
        {
            _file?.Dispose();
            _file = null;
        }

        _work.Dispose();
    }

    private static long WriteOrigin(string path, SpaceOrigin origin)
    {
        var line = new ArrayBufferWriter<byte>();
        LogLine.Write(line, new LogHead(LogHead.CurrentFormat, ProductVersion.Text, origin), LogJson.Default.LogHead);
        PrivateFile.Write(path, line.WrittenSpan, PrivateFile.OwnerOnly);
        return line.WrittenCount;
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read);

    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void End()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isOver = true;
                _work.Release();
            }
        }
    }

    // Who waits for what came before has its answer: it no longer counts.
    private void DropAll()
    {
        Interlocked.Exchange(ref _kept, null)?.SetResult();
        TakeWaiting();
        Interlocked.Exchange(ref _kept, null)?.SetResult();
        _written.Clear();
    }

    private void Break(Failure why)
    {
        _broken = why.Why;
        lock (_gate)
        {
            _isOver = true;
            _kept?.TrySetException(new IOException(why.Why));
            _nextKept.TrySetException(new IOException(why.Why));
        }
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            await _work.WaitAsync();
            while (!TryWrite())
            {
                // Those whose commands these are wait; who comes now is refused.
                await Task.Delay(RetryEvery, _real);
            }

            lock (_gate)
            {
                if (_isOver && _waiting.Count == 0)
                {
                    return;
                }
            }
        }
    }

    /// <returns>False when there is no room for what waits, not even in the reserve.</returns>
    private bool TryWrite()
    {
        lock (_fileGate)
        {
            if (_written.Count == 0)
            {
                TakeWaiting();
            }

            try
            {
                while (_written.Count > 0)
                {
                    WriteSome();
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return _reserve.Spend(e.Message) && TryWrite();
            }

            Interlocked.Exchange(ref _kept, null)?.SetResult();
            return true;
        }
    }

    private void TakeWaiting()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0)
            {
                (_waiting, _written) = (_written, _waiting);
                _waiting.Clear();
                (_kept, _nextKept) = (_nextKept, NewCompletion());
            }
        }
    }

    private void WriteSome()
    {
        if (_file is not { } file)
        {
            // Deleted, with the space: there is nobody who could read it.
            _written.Clear();
            return;
        }

        var count = _sync == PersistSync.Each ? 1 : _written.Count;
        _buffer.ResetWrittenCount();
        for (var i = 0; i < count; i++)
        {
            LogLine.Write(_buffer, _written[i], LogJson.Default.RecordedCommand);
        }

        _disk.Write(file, _buffer.WrittenSpan, _length);
        if (_sync != PersistSync.None)
        {
            _disk.Flush(file);
        }

        _length += _buffer.WrittenCount;
        _written.RemoveRange(0, count);
    }
}
