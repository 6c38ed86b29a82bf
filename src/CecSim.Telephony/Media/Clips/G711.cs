using CecSim.Telephony.Media.Transcoding;

namespace CecSim.Telephony.Media.Clips;

/// <summary>The two laws of ITU-T G.711, in so far as levels and clips need them.</summary>
internal static class G711
{
    public const byte SilenceU = 0xFF;
    public const byte SilenceA = 0xD5;

    private const int BiasU = 0x84;

    private static readonly short[] LinearU = [.. Enumerable.Range(0, 256).Select(DecodeU)];
    private static readonly short[] LinearA = [.. Enumerable.Range(0, 256).Select(DecodeA)];
    private static readonly byte[] UToA = [.. LinearU.Select(NearestA)];

    // Neither law tells samples apart that differ in the two last bits alone: their finest step is 8.
    private const int CodesShift = 2;
    private static readonly byte[] CodesU = CodesOf(LinearU);
    private static readonly byte[] CodesA = CodesOf(LinearA);

    /// <summary>A sample of 16 bits.</summary>
    public static short Decode(byte code, bool isA) => (isA ? LinearA : LinearU)[code];

    /// <summary>The code that is nearest to a sample of 16 bits.</summary>
    public static byte Encode(short sample, bool isA) => (isA ? CodesA : CodesU)[(ushort)sample >> CodesShift];

    public static byte[] ToA(ReadOnlySpan<byte> u)
    {
        var converted = new byte[u.Length];
        for (var i = 0; i < u.Length; i++)
        {
            converted[i] = UToA[u[i]];
        }

        return converted;
    }

    /// <summary>As of <see cref="Loudness"/>.</summary>
    public static int Level(ReadOnlySpan<byte> samples, bool isA)
    {
        var table = isA ? LinearA : LinearU;
        var energy = 0.0;
        foreach (var sample in samples)
        {
            energy += (double)table[sample] * table[sample];
        }

        return Loudness.Of(energy, samples.Length);
    }

    private static short DecodeU(int code)
    {
        var inverted = ~code & 0xFF;
        var magnitude = ((((inverted & 0x0F) << 3) + BiasU) << ((inverted & 0x70) >> 4)) - BiasU;
        return (short)((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static short DecodeA(int code)
    {
        var toggled = code ^ 0x55;
        var segment = (toggled & 0x70) >> 4;
        var mantissa = (toggled & 0x0F) << 4;
        var magnitude = segment == 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
        return (short)((toggled & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte[] CodesOf(short[] linear)
    {
        var sorted = linear.Select((sample, code) => (Sample: (int)sample, Code: (byte)code))
            .OrderBy(c => c.Sample)
            .ToArray();
        var codes = new byte[1 << (16 - CodesShift)];
        for (var (sample, at) = (short.MinValue + 0, 0); sample <= short.MaxValue; sample += 1 << CodesShift)
        {
            while (at + 1 < sorted.Length
                && Math.Abs(sorted[at + 1].Sample - sample) <= Math.Abs(sorted[at].Sample - sample))
            {
                at++;
            }

            codes[(ushort)sample >> CodesShift] = sorted[at].Code;
        }

        return codes;
    }

    private static byte NearestA(short linear) =>
        (byte)Enumerable.Range(0, 256).MinBy(code => Math.Abs(LinearA[code] - linear));
}
