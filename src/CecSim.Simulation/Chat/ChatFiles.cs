namespace CecSim.Simulation.Chat;

/// <summary>The files that customers upload (API reference, uploadFileStream and downloadFileStream).</summary>
public sealed class ChatFiles
{
    /// <summary>The documented default limit of a file.</summary>
    public const int FileBytesMax = 2 * 1024 * 1024;

    /// <summary>All files of a space together; then the oldest go and are counted.</summary>
    public const int BytesMax = 64 * 1024 * 1024;

    /// <summary>The same as a number of files: an empty one costs memory too.</summary>
    public const int FilesMax = 10_000;

    private readonly SpaceScheduler _scheduler;
    private readonly SeededRandom _random;
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Queue<string> _keysByAge = new();
    private long _bytesCount;
    private long _droppedCount;

    internal ChatFiles(SpaceScheduler scheduler, SeededRandom random)
    {
        _scheduler = scheduler;
        _random = random;
    }

    /// <summary>Files that were dropped to make room.</summary>
    public long DroppedCount
    {
        get
        {
            using var lockScope = _scheduler.Enter();
            return _droppedCount;
        }
    }

    /// <returns>The object key.</returns>
    public Outcome<string> Upload(byte[] content)
    {
        if (content.Length > FileBytesMax)
        {
            return Refusal.FileTooLarge;
        }

        using var lockScope = _scheduler.Enter();
        while (_files.Count == FilesMax || _bytesCount + content.Length > BytesMax)
        {
            DropOldest();
        }

        var key = $"{_random.Next():x16}{_random.Next():x16}";
        _files.Add(key, content);
        _keysByAge.Enqueue(key);
        _bytesCount += content.Length;
        return key;
    }

    public Outcome<byte[]> Download(string objectKey)
    {
        using var lockScope = _scheduler.Enter();
        return !_files.TryGetValue(objectKey, out var content) ? Refusal.FileUnknown
            : content.Length == 0 ? Refusal.FileEmpty
            : content;
    }

    private void DropOldest()
    {
        if (_files.Remove(_keysByAge.Dequeue(), out var content))
        {
            _bytesCount -= content.Length;
            _droppedCount++;
        }
    }
}
