using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Media.Video;

/// <summary>Replays the test pattern, from its key frame whenever somebody cannot decode.</summary>
internal sealed class PatternPlayer
{
    public const int FramesPerSecond = 15;
    public const uint TimestampsPerFrame = 90_000 / FramesPerSecond;

    private static readonly Lazy<byte[][]> Frames = new(() => IvfVideo.Frames(ClipFile.Read("pattern.ivf")));

    private int _next;

    public ushort PictureId { get; private set; }

    public uint Timestamp { get; private set; }

    public void Restart() => _next = 0;

    public ReadOnlySpan<byte> NextFrame()
    {
        PictureId = (ushort)((PictureId + 1) & 0x7FFF);
        Timestamp += TimestampsPerFrame;
        var frame = Frames.Value[_next];
        _next = (_next + 1) % Frames.Value.Length;
        return frame;
    }
}
