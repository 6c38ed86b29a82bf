using System.Collections.Concurrent;
using System.Diagnostics;
using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Clips;

/// <summary>
/// What a source plays in a codec: payloads of 20 ms each, to be repeated for ever. Assets/make.sh made them.
/// </summary>
internal static class AudioClips
{
    public const int FramesPerSecond = 50;

    public static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(1) / FramesPerSecond;

    private const int G711FrameLength = 160;
    private const int SamplesPerSecond = FramesPerSecond * G711FrameLength;

    // 20 ms of full-band CELT in which nothing is coded: RFC 6716 section 3.1.
    private static readonly byte[] OpusSilence = [0xF8, 0xFF, 0xFE];

    private static readonly ConcurrentDictionary<(string Clip, Codec Codec), byte[][]> Loaded = new();

    private static readonly ConcurrentDictionary<MediaSource, int[]> Levels = new();

    /// <summary>Null when the source does not make this sound itself.</summary>
    public static byte[][]? For(MediaSource source, Codec codec) => source switch
    {
        MediaSource.Echo => null,
        MediaSource.Tone => Load("tone", codec),
        MediaSource.Prompt => Load("prompt", codec),
        MediaSource.Music => Load("music", codec),
        MediaSource.Pattern or MediaSource.Silence or MediaSource.Peer => Load("", codec),
        _ when CallProgressTone.Of(source) is { } tone =>
            Loaded.GetOrAdd(($"{source}", codec), key => Encode(tone.Samples(), key.Codec)),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// How loud each payload is, in dBov; null as above. They are told to peers, so Opus need not be decoded: its
    /// clips were made of the same samples as those in G.711.
    /// </summary>
    public static int[]? LevelsOf(MediaSource source) => source switch
    {
        MediaSource.Echo => null,
        _ => Levels.GetOrAdd(source, key => [.. For(key, Codec.Pcmu)!.Select(f => G711.Level(f, isA: false))]),
    };

    private static byte[][] Load(string clip, Codec codec) => Loaded.GetOrAdd((clip, codec), key => key switch
    {
        ("", Codec.Opus) => [OpusSilence],
        ("", Codec.Pcmu) => [Silence(G711.SilenceU)],
        ("", Codec.Pcma) => [Silence(G711.SilenceA)],
        (_, Codec.G722) => ToG722(Load(key.Clip, Codec.Pcmu)),
        (_, Codec.Opus) => OggOpus.Packets(ClipFile.Read($"{key.Clip}.opus")),
        (_, Codec.Pcmu) => Frames(ClipFile.Read($"{key.Clip}.ulaw")),
        (_, Codec.Pcma) => Frames(G711.ToA(ClipFile.Read($"{key.Clip}.ulaw"))),
        _ => throw new UnreachableException(),
    });

    private static byte[] Silence(byte sample)
    {
        var frame = new byte[G711FrameLength];
        frame.AsSpan().Fill(sample);
        return frame;
    }

    private static byte[][] ToG722(byte[][] frames)
    {
        var decoder = SoundDecoder.Of(Codec.Pcmu, SamplesPerSecond);
        var samples = new short[G711FrameLength];
        return Encode(
            [
                .. frames.SelectMany(f =>
                {
                    decoder.Decode(f, samples);
                    return samples.ToArray();
                }),
            ],
            Codec.G722);
    }

    internal static byte[][] Encode(short[] samples, Codec codec)
    {
        var encoder = SoundEncoder.Of(codec, SamplesPerSecond);
        var payload = new byte[SoundEncoder.PayloadMax];
        return
        [
            .. samples.Chunk(G711FrameLength)
                .Where(f => f.Length == G711FrameLength)
                .Select(f => payload[..encoder.Encode(f, payload)]),
        ];
    }

    private static byte[][] Frames(byte[] samples) =>
        [.. samples.Chunk(G711FrameLength).Where(f => f.Length == G711FrameLength)];
}
