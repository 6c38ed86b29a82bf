using System.Collections.Concurrent;

namespace CecSim.Telephony.Media.Recording;

/// <summary>
/// Writes down what the peers of calls send, without decoding it: Opus as Ogg (RFC 7845), PCMU and PCMA as WAV, VP8 as
/// IVF. Nothing of it happens where packets are received.
/// </summary>
public sealed class MediaRecorder : IAsyncDisposable
{
    private readonly RecordingSettings _settings;
    private readonly Func<string, Stream> _create;
    private readonly ConcurrentDictionary<CallRecording, bool> _running = new();
    private int _filesCount;

    /// <exception cref="ArgumentException">The folder cannot be made or written to; the text says why.</exception>
    public MediaRecorder(RecordingSettings settings)
        : this(settings, Create)
    {
        var probe = Path.Combine(settings.Folder, $".cecsim-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(settings.Folder);
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"Recordings cannot be written to {settings.Folder}: {e.Message}", e);
        }
    }

    /// <param name="create">Makes a file that must not be there before.</param>
    internal MediaRecorder(RecordingSettings settings, Func<string, Stream> create)
    {
        _settings = settings with { Folder = Path.GetFullPath(settings.Folder) };
        _create = create;
    }

    /// <summary>Begins the recording of a call. There are files from its first packets on.</summary>
    public CallRecording Begin(Guard guard)
    {
        var recording = new CallRecording(this);
        _running[recording] = true;
        guard.Start("media recording", () => WriteAsync(recording), recording.Fail);
        return recording;
    }

    /// <summary>Ends all recordings, and waits until their files are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var recording in _running.Keys)
        {
            recording.End();
            await recording.Completion.ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(CallRecording recording)
    {
        try
        {
            await recording.WriteAsync().ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(recording, out _);
        }
    }

    // What customers say is for the owner's ears alone.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <returns>Null when there are as many files as there may be.</returns>
    internal TrackFile? Create(string name, string extension, Func<Stream, long, TrackFile> track)
    {
        if (Interlocked.Increment(ref _filesCount) > _settings.FilesMax)
        {
            return null;
        }

        // Calls are numbered anew in each run and after each reset.
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(_settings.Folder, $"{name}{(number == 1 ? "" : $"-{number}")}.{extension}");
            if (!File.Exists(path))
            {
                var file = track(_create(path), _settings.FileBytesMax);
                file.Path = path;
                return file;
            }
        }
    }
}
