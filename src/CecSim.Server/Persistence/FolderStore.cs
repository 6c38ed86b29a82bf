using System.Globalization;
using CecSim.Guarding;
using CecSim.Server.Certificates;

namespace CecSim.Server.Persistence;

/// <summary>Keeps spaces in a folder of one process: a file each below <c>spaces</c>.</summary>
internal sealed class FolderStore : ISpaceStore, IAsyncDisposable
{
    private const string Extension = ".jsonl";

    private readonly string _spaces;
    private readonly List<SpaceLogFile> _logs = [];
    private readonly PersistSync _sync;
    private readonly Disk _disk;
    private readonly TimeProvider _real;
    private readonly Guard _guard;
    private readonly FileStream _lock;
    private readonly DiskReserve _reserve;

    /// <exception cref="IOException">The folder cannot be used; the message says why.</exception>
    public FolderStore(PersistSettings settings, Disk disk, TimeProvider real, Guard guard)
    {
        (_sync, _disk, _real, _guard) = (settings.Sync, disk, real, guard);
        Folder = Path.GetFullPath(settings.Folder);
        _spaces = Path.Combine(Folder, "spaces");
        try
        {
            PrivateFile.CreateFolder(_spaces);
            _lock = Lock(Path.Combine(Folder, "lock"));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"Spaces cannot be kept in {Folder}: {e.Message}", e);
        }

        try
        {
            _reserve = new DiskReserve(Path.Combine(Folder, "reserve"), disk, real);
        }
        catch (IOException e)
        {
            _lock.Dispose();
            throw new IOException($"Spaces cannot be kept in {Folder}: {e.Message}", e);
        }

        (Stored, Complaints) = Read(_spaces);
    }

    public string Folder { get; }

    public IReadOnlyList<StoredSpace> Stored { get; }

    /// <summary>What cannot be read there, in sentences.</summary>
    public IReadOnlyList<string> Complaints { get; }

    private static (IReadOnlyList<StoredSpace> Spaces, IReadOnlyList<string> Complaints) Read(string folder)
    {
        var spaces = new List<StoredSpace>();
        var complaints = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
        {
            var (space, complaint) = StoredSpace.Read(path);
            if (space is not null)
            {
                spaces.Add(space);
            }
            else
            {
                complaints.Add(complaint!);
            }
        }

        return (spaces, complaints);
    }

    public ISpaceLog Begin(SpaceOrigin origin)
    {
        if (_reserve.WhyFull is { } why)
        {
            throw new IOException(why);
        }

        return Own(LogFile.Begin(PathOf(origin.Name), origin, FlushesEach, _disk), isReplayed: false);
    }

    public ISpaceLog GoOn(StoredSpace space) =>
        Own(LogFile.GoOn(space, FlushesEach, _disk), isReplayed: true);

    /// <summary>All that was appended is kept by then.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var log in _logs)
        {
            await log.DisposeAsync();
        }

        _reserve.Dispose();
        _lock.Dispose();
    }

    private SpaceLogFile Own(LogFile file, bool isReplayed)
    {
        var log = new SpaceLogFile(file, isReplayed, _sync, _reserve, _real, _guard);
        lock (_logs)
        {
            _logs.RemoveAll(l => l.IsOver);
            _logs.Add(log);
        }

        return log;
    }

    private bool FlushesEach => _sync == PersistSync.Each;

    private string PathOf(string name) => Path.Combine(_spaces, Uri.EscapeDataString(name) + Extension);

    private static FileStream Lock(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new IOException(
                $"{Path.GetDirectoryName(path)} is in use by another server: end that, or name another folder.", e);
        }

        // The lock itself cannot be read by others on every system.
        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(path)!, "owner"),
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return file;
    }
}
