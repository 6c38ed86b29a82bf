namespace CecSim.Telephony.Media.Transcoding;

/// <summary>Loudness against the loudest square wave, in dBov from -127 to 0: RFC 6464 section 3.</summary>
internal static class Loudness
{
    private const double FullScale = 32_768.0;
    private const int Least = -127;

    public static int Of(ReadOnlySpan<short> samples)
    {
        var energy = 0L;
        foreach (var sample in samples)
        {
            energy += sample * sample;
        }

        return Of(energy, samples.Length);
    }

    /// <param name="energy">The sum of the squares of so many samples of 16 bits.</param>
    public static int Of(double energy, int samples)
    {
        var share = energy / Math.Max(1, samples) / (FullScale * FullScale);
        return share <= 0 ? Least : Math.Clamp((int)Math.Round(10 * Math.Log10(share)), Least, 0);
    }
}
