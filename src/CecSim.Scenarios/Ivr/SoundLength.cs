using System.Buffers.Binary;

namespace CecSim.Scenarios.Ivr;

/// <summary>How long a file of sound is, as far as a flow has to know: WAV and Ogg Opus.</summary>
internal static class SoundLength
{
    private const int RiffHeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int OggGranuleAt = 6;

    /// <summary>A day: what says that it is longer is no prompt, and may be longer than any clock.</summary>
    private const double SecondsMax = 86_400;

    /// <summary>Granules of Opus are of this rate: RFC 7845 section 4.</summary>
    private const int OpusRate = 48_000;

    /// <exception cref="InvalidDataException">It is neither.</exception>
    public static TimeSpan Of(ReadOnlySpan<byte> file) =>
        file.StartsWith("RIFF"u8) ? OfWave(file)
        : file.StartsWith("OggS"u8) ? OfOpus(file)
        : throw new InvalidDataException("neither WAV nor Ogg Opus");

    private static TimeSpan OfOpus(ReadOnlySpan<byte> file)
    {
        var last = file[file.LastIndexOf("OggS"u8)..];
        return last.Length < OggGranuleAt + sizeof(long)
            ? throw new InvalidDataException("an Ogg file that breaks off")
            : Of((double)Math.Max(0, BinaryPrimitives.ReadInt64LittleEndian(last[OggGranuleAt..])) / OpusRate);
    }

    private static TimeSpan Of(double seconds) => seconds <= SecondsMax
        ? TimeSpan.FromSeconds(seconds)
        : throw new InvalidDataException("longer than a day");

    private static TimeSpan OfWave(ReadOnlySpan<byte> file)
    {
        var bytesPerSecond = 0U;
        for (var rest = file[Math.Min(RiffHeaderLength, file.Length)..]; rest.Length > ChunkHeaderLength;)
        {
            var length = (int)Math.Min(
                BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]), (uint)(rest.Length - ChunkHeaderLength));
            if (rest.StartsWith("fmt "u8) && length >= 16)
            {
                var format = BinaryPrimitives.ReadUInt16LittleEndian(rest[ChunkHeaderLength..]);
                bytesPerSecond = format is 1 or 6 or 7
                    ? BinaryPrimitives.ReadUInt32LittleEndian(rest[(ChunkHeaderLength + 8)..])
                    : throw new InvalidDataException("a WAV file of another codec than PCM and G.711");
            }
            else if (rest.StartsWith("data"u8) && bytesPerSecond > 0)
            {
                return Of((double)length / bytesPerSecond);
            }

            // Chunks begin at even places.
            rest = rest[Math.Min(rest.Length, ChunkHeaderLength + length + (length & 1))..];
        }

        throw new InvalidDataException("a WAV file without sound");
    }
}
