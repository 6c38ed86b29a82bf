using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Clips;

/// <summary>Reads sound that others have made: WAV with samples of 16 bits or of G.711, and Ogg Opus.</summary>
public static class SoundFile
{
    private const int Pcm = 1;
    private const int ALaw = 6;
    private const int MuLaw = 7;

    // Of a file that names less, or more than any is made with, the samples would not fit into memory.
    private const int RateMin = 1_000;
    private const int RateMax = 384_000;

    private const int HeaderLength = 12;
    private const int ChunkHeaderLength = 8;

    /// <exception cref="InvalidDataException">It is none of these.</exception>
    public static Announcement Read(ReadOnlySpan<byte> file) =>
        file.StartsWith("RIFF"u8) ? ReadWave(file)
        : file.StartsWith("OggS"u8) ? ReadOpus(file)
        : throw new InvalidDataException("neither WAV nor Ogg Opus");

    private static Announcement ReadOpus(ReadOnlySpan<byte> file)
    {
        var decoder = SoundDecoder.Of(Codec.Opus, Announcement.SamplesPerSecond);
        var samples = new List<short>();
        var packet = new short[Announcement.SamplesPerSecond * SoundDecoder.MillisecondsMax / 1_000];
        foreach (var payload in OggOpus.Packets(file))
        {
            samples.AddRange(packet.AsSpan(0, decoder.Decode(payload, packet)));
        }

        return new Announcement([.. samples]);
    }

    private static Announcement ReadWave(ReadOnlySpan<byte> file)
    {
        var (format, channels, rate) = (0, 1, Announcement.SamplesPerSecond);
        for (var rest = file[Math.Min(HeaderLength, file.Length)..]; rest.Length > ChunkHeaderLength;)
        {
            var length = (int)Math.Min(
                BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]), (uint)(rest.Length - ChunkHeaderLength));
            var chunk = rest.Slice(ChunkHeaderLength, length);
            if (rest.StartsWith("fmt "u8) && length >= 16)
            {
                format = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
                channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
            }
            else if (rest.StartsWith("data"u8))
            {
                return new Announcement(Resample(SamplesOf(chunk, format), channels, rate));
            }

            // Chunks begin at even places.
            rest = rest[Math.Min(rest.Length, ChunkHeaderLength + length + (length & 1))..];
        }

        throw new InvalidDataException("a WAV file without sound");
    }

    private static short[] SamplesOf(ReadOnlySpan<byte> data, int format)
    {
        var samples = new short[format == Pcm ? data.Length / 2 : data.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = format switch
            {
                Pcm => BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]),
                ALaw or MuLaw => G711.Decode(data[i], isA: format == ALaw),
                _ => throw new InvalidDataException("a WAV file of another codec than PCM and G.711"),
            };
        }

        return samples;
    }

    // The mean of all that falls to one sample takes off what a telephone could not carry anyway.
    private static short[] Resample(short[] samples, int channels, int rate)
    {
        if (channels < 1 || rate is < RateMin or > RateMax)
        {
            throw new InvalidDataException(
                $"a WAV file of {channels} channels with {rate} samples a second; {RateMin} to {RateMax} are read");
        }

        var step = (double)rate / Announcement.SamplesPerSecond;
        var count = (int)(samples.Length / channels / step);
        var resampled = new short[count];
        for (var i = 0; i < count; i++)
        {
            var from = (int)(i * step) * channels;
            var until = Math.Min(samples.Length, Math.Max(from + channels, (int)((i + 1) * step) * channels));
            var sum = 0L;
            for (var at = from; at < until; at++)
            {
                sum += samples[at];
            }

            resampled[i] = (short)(sum / Math.Max(1, until - from));
        }

        return resampled;
    }
}
