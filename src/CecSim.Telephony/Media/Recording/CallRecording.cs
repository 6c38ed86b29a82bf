using System.Threading.Channels;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Rtp;

namespace CecSim.Telephony.Media.Recording;

/// <summary>The recording of one call: a file for each of its m-lines.</summary>
public sealed class CallRecording
{
    /// <summary>About two seconds of good video; what comes while they wait is not written.</summary>
    private const int PacketsMax = 500;

    private readonly MediaRecorder _recorder;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Mid, Codec Codec), TrackFile?> _tracks = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<RecordedPacket> _packets =
        Channel.CreateBounded<RecordedPacket>(new BoundedChannelOptions(PacketsMax) { SingleReader = true });

    private long _written;
    private long _notWritten;
    private string? _failure;

    internal CallRecording(MediaRecorder recorder) => _recorder = recorder;

    /// <summary>How its files are called. Set before the first packet comes.</summary>
    public string Name { get; set; } = "call";

    /// <summary>Its files are closed.</summary>
    public Task Completion => _completion.Task;

    public RecordingReport Report()
    {
        lock (_gate)
        {
            return new RecordingReport(
                [
                    .. from track in _tracks
                       where track.Value is not null
                       select new RecordedFile(track.Key.Mid, track.Value.Path, track.Value.BytesCount),
                ],
                _completion.Task.IsCompleted,
                _written,
                Interlocked.Read(ref _notWritten),
                _failure);
        }
    }

    /// <summary>No more packets will come. The files are closed soon.</summary>
    public void End() => _packets.Writer.TryComplete();

    internal void Take(string mid, Codec codec, in RtpHeader header, ReadOnlySpan<byte> payload)
    {
        if (!_packets.Writer.TryWrite(new RecordedPacket(mid, codec, header, payload.ToArray())))
        {
            Interlocked.Increment(ref _notWritten);
        }
    }

    internal async Task WriteAsync()
    {
        try
        {
            await foreach (var packet in _packets.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                lock (_gate)
                {
                    Write(packet);
                }
            }

            lock (_gate)
            {
                foreach (var track in _tracks.Values)
                {
                    Try(() => track?.Finish());
                }
            }
        }
        finally
        {
            _completion.SetResult();
        }
    }

    private void Write(RecordedPacket packet)
    {
        var isWritten = false;
        if (_failure is null && packet.Payload.Length > 0)
        {
            Try(() => isWritten = TrackOf(packet)?.Take(packet) == true);
        }

        _written += isWritten ? 1 : 0;
        Interlocked.Add(ref _notWritten, isWritten ? 0 : 1);
    }

    private TrackFile? TrackOf(RecordedPacket packet)
    {
        var key = (packet.Mid, packet.Codec);
        if (!_tracks.TryGetValue(key, out var track))
        {
            track = Open(packet);
            _tracks.Add(key, track);
        }

        return track;
    }

    private TrackFile? Open(RecordedPacket packet)
    {
        var name = $"{Name}-{FileNames.Safe(packet.Mid)}";
        return packet.Codec switch
        {
            Codec.Opus => _recorder.Create(name, "ogg", static (stream, max) => new OggTrack(stream, max)),
            Codec.Pcmu => _recorder.Create(name, "wav", static (stream, max) => new WavTrack(stream, max, isA: false)),
            Codec.Pcma => _recorder.Create(name, "wav", static (stream, max) => new WavTrack(stream, max, isA: true)),
            Codec.Vp8 => _recorder.Create(name, "ivf", static (stream, max) => new IvfTrack(stream, max)),
            _ => null,
        };
    }

    // A full disk must not end a call.
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _failure = e.Message;
        }
    }
}
