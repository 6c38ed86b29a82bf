namespace CecSim.Server.Persistence;

/// <summary>
/// Room on the disk that is held for the commands which are under way when it gets full: they are kept, and nothing new
/// is begun until there is room for a reserve once more.
/// </summary>
internal sealed class DiskReserve : IDisposable
{
    public const int Bytes = 4 * 1024 * 1024;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly Disk _disk;
    private readonly TimeProvider _real;
    private readonly Lock _gate = new();
    private string? _why;
    private DateTimeOffset _lookedAt;

    /// <exception cref="IOException">There is no room for it.</exception>
    public DiskReserve(string path, Disk disk, TimeProvider real)
    {
        (_path, _disk, _real) = (path, disk, real);
        Take();
    }

    /// <summary>Why nothing new can be begun; null while there is a reserve.</summary>
    public string? WhyFull
    {
        get
        {
            if (Volatile.Read(ref _why) is null)
            {
                return null;
            }

            lock (_gate)
            {
                if (_why is not null && _real.GetUtcNow() - _lookedAt >= LookEvery)
                {
                    Look();
                }

                return _why;
            }
        }
    }

    /// <summary>Something could not be written: gives its room away.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Spend(string why)
    {
        lock (_gate)
        {
            var hadRoom = File.Exists(_path);
            _why = why;
            _lookedAt = _real.GetUtcNow();
            File.Delete(_path);
            return hadRoom;
        }
    }

    public void Dispose() => File.Delete(_path);

    private void Look()
    {
        _lookedAt = _real.GetUtcNow();
        try
        {
            Take();
            _why = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _why = e.Message;
        }
    }

    private void Take() => _disk.Reserve(_path, Bytes);
}
