using System.Collections.Concurrent;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Clips;

/// <summary>A sound that a caller hears in the place of its source, in whichever codec it has.</summary>
public sealed class Announcement
{
    /// <summary>Of its samples, of which each has 16 bits.</summary>
    public const int SamplesPerSecond = 8_000;

    private const int FrameLength = SamplesPerSecond / AudioClips.FramesPerSecond;

    private readonly short[][] _frames;
    private readonly ConcurrentDictionary<Codec, byte[][]> _payloads = new();

    /// <param name="samples">What is less than 20 ms at their end is filled up with silence.</param>
    public Announcement(ReadOnlySpan<short> samples)
    {
        _frames = new short[(samples.Length + FrameLength - 1) / FrameLength][];
        for (var i = 0; i < _frames.Length; i++)
        {
            _frames[i] = new short[FrameLength];
            var rest = samples[(i * FrameLength)..];
            rest[..Math.Min(rest.Length, FrameLength)].CopyTo(_frames[i]);
        }

        Levels = [.. _frames.Select(f => Loudness.Of(f))];
    }

    public TimeSpan Length => AudioClips.FrameTime * _frames.Length;

    /// <summary>How loud each of its payloads is.</summary>
    internal IReadOnlyList<int> Levels { get; }

    internal byte[][] PayloadsIn(Codec codec) =>
        _payloads.GetOrAdd(codec, c => AudioClips.Encode([.. _frames.SelectMany(f => f)], c));

    /// <summary>One behind the other; null for nothing at all.</summary>
    public static Announcement? Join(IEnumerable<Announcement> parts)
    {
        short[] samples = [.. parts.SelectMany(p => p._frames).SelectMany(f => f)];
        return samples.Length == 0 ? null : new Announcement(samples);
    }
}
