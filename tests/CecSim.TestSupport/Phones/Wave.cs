using System.Runtime.InteropServices;

namespace CecSim.Tests;

/// <summary>Files of sound that phones play and write: 16 bits, one channel.</summary>
internal static class Wave
{
    public const int SamplesPerSecond = 8_000;

    private const int HeaderBytes = 44;
    private const int RateAt = 24;

    public static byte[] ToneOf(int seconds, int hertz, int rate = SamplesPerSecond)
    {
        var count = seconds * rate;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (count * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(count * 2);
        for (var i = 0; i < count; i++)
        {
            writer.Write((short)(12_000 * Math.Sin(2 * Math.PI * hertz * i / rate)));
        }

        return file.ToArray();
    }

    /// <summary>What is in a file so far, at 8,000 Hz: of more only each second sample, or third.</summary>
    public static short[] Read(FileInfo file)
    {
        using var open = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        if (bytes.Length <= HeaderBytes)
        {
            return [];
        }

        var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(HeaderBytes, (bytes.Length - HeaderBytes) & ~1));

        // Linphone writes the head when all is over.
        var step = Math.Max(1, BitConverter.ToInt32(bytes, RateAt) / SamplesPerSecond);
        var heard = new short[samples.Length / step];
        for (var i = 0; i < heard.Length; i++)
        {
            heard[i] = samples[i * step];
        }

        return heard;
    }
}
