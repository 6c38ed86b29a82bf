using System.Threading.Channels;

namespace CecSim.Telephony.Media.Recording;

/// <summary>
/// The recording of one call: a file for each m-line of the customer, and one of both sides once there is an agent at a
/// phone.
/// </summary>
public sealed class CallRecording
{
    /// <summary>About two seconds of good video; what comes while they wait is not written.</summary>
    private const int PacketsMax = 500;

    /// <summary>What the file of both sides has in the place of an m-line.</summary>
    private const string Both = "both";

    private const string TooManyFiles = "There are as many files as there may be.";

    private readonly MediaRecorder _recorder;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Mid, Codec Codec), TrackFile?> _tracks = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<RecordedPacket> _packets =
        Channel.CreateBounded<RecordedPacket>(new BoundedChannelOptions(PacketsMax) { SingleReader = true });

    private TrackFile? _both;
    private long _written;
    private long _notWritten;
    private string? _failure;
    private bool _isBroken;

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
                _completion.Task.IsCompleted && _failure is null,
                _written,
                Interlocked.Read(ref _notWritten),
                _failure)
            {
                IsClosed = _completion.Task.IsCompleted,
            };
        }
    }

    /// <summary>No more packets will come. The files are closed soon.</summary>
    public void End() => _packets.Writer.TryComplete();

    /// <summary>Writing has thrown what nobody expects: nothing more is written.</summary>
    internal void Fail(Failure why)
    {
        _failure ??= why.Why;
        End();
    }

    /// <summary>The customer has sent it.</summary>
    /// <param name="cameAt">Since some moment, the same for all packets of a call.</param>
    internal void Take(
        string mid, Codec codec, in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan cameAt = default) =>
        Take(new RecordedPacket(mid, codec, header, payload.ToArray(), cameAt, CallSide.Customer));

    /// <summary>The phone that the customer is joined to has sent it.</summary>
    internal void TakeOfAgent(Codec codec, in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan cameAt) =>
        Take(new RecordedPacket(Both, codec, header, payload.ToArray(), cameAt, CallSide.Agent));

    private void Take(in RecordedPacket packet)
    {
        if (!_packets.Writer.TryWrite(packet))
        {
            Interlocked.Increment(ref _notWritten);
            Interlocked.CompareExchange(ref _failure, "The disk is too slow.", null);
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
                    Fail(track?.Loss);
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
        if (!_isBroken && packet.Payload.Length > 0)
        {
            Try(() => isWritten = packet.Side is CallSide.Customer && TrackOf(packet)?.Take(packet) == true);
            Try(() => isWritten |= IsOfBoth(packet) && BothTrack()?.Take(packet) == true);
        }

        _written += isWritten ? 1 : 0;
        Interlocked.Add(ref _notWritten, isWritten ? 0 : 1);
    }

    // There are two from the agent's first packet on.
    private bool IsOfBoth(in RecordedPacket packet) =>
        packet.Codec.Kind() == MediaKind.Audio && (packet.Side is CallSide.Agent || _both is not null);

    private TrackFile? BothTrack()
    {
        if (_both is null && !_tracks.ContainsKey((Both, default)))
        {
            _both = _recorder.Create($"{Name}-{Both}", "wav", static (stream, max) => new StereoTrack(stream, max));
            _tracks.Add((Both, default), _both);
            Fail(_both is null ? TooManyFiles : null);
        }

        return _both;
    }

    private TrackFile? TrackOf(RecordedPacket packet)
    {
        var key = (packet.Mid, packet.Codec);
        if (!_tracks.TryGetValue(key, out var track))
        {
            track = Open(packet, out var isOfLimit);
            _tracks.Add(key, track);
            Fail(isOfLimit ? TooManyFiles : null);
        }

        return track;
    }

    private TrackFile? Open(RecordedPacket packet, out bool isOfLimit)
    {
        var name = $"{Name}-{FileNames.Safe(packet.Mid)}";
        Func<Stream, long, TrackFile>? track = packet.Codec switch
        {
            Codec.Opus => static (stream, max) => new OggTrack(stream, max),
            Codec.Pcmu => static (stream, max) => new WavTrack(stream, max, isA: false),
            Codec.Pcma => static (stream, max) => new WavTrack(stream, max, isA: true),
            Codec.Vp8 => static (stream, max) => new IvfTrack(stream, max),
            _ => null,
        };
        var file = track is null ? null : _recorder.Create(name, ExtensionOf(packet.Codec), track);
        isOfLimit = track is not null && file is null;
        return file;
    }

    private static string ExtensionOf(Codec codec) => codec switch
    {
        Codec.Opus => "ogg",
        Codec.Vp8 => "ivf",
        _ => "wav",
    };

    // A full disk must not end a call.
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isBroken = true;
            Fail(e.Message);
        }
    }

    private void Fail(string? why) => Interlocked.CompareExchange(ref _failure, why, null);
}
