namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Tones, and what pitch a sound has.</summary>
internal static class Sound
{
    private const double Loud = 10_000;

    /// <param name="sample">The number of the next sample, which is counted on.</param>
    public static short[] Tone(double pitch, int rate, int milliseconds, ref long sample)
    {
        var samples = new short[rate * milliseconds / 1000];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(Loud * Math.Sin(2 * Math.PI * pitch * sample++ / rate));
        }

        return samples;
    }

    /// <summary>To the nearest ten Hz; null for silence and for what has no pitch.</summary>
    public static int? PitchOf(short[] samples, int rate)
    {
        if (samples.Length < rate / 10)
        {
            return null;
        }

        var total = samples.Sum(s => (double)s * s);
        var (pitch, power) = Enumerable.Range(10, rate > 8_000 ? 740 : 340)
            .Select(p => (Pitch: p * 10, Power: Power(samples, rate, p * 10)))
            .MaxBy(p => p.Power);

        // A pure tone has half of its energy, by this measure, in the one line.
        return total < samples.Length * 100.0 || power < 0.3 * total * samples.Length ? null : pitch;
    }

    // Goertzel's.
    private static double Power(short[] samples, int rate, double pitch)
    {
        var turn = 2 * Math.Cos(2 * Math.PI * pitch / rate);
        var (before, last) = (0.0, 0.0);
        foreach (var sample in samples)
        {
            (before, last) = (last, sample + (turn * last) - before);
        }

        return (last * last) + (before * before) - (turn * last * before);
    }
}
