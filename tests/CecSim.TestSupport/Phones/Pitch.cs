namespace CecSim.Tests;

/// <summary>Of which pitch a sound is, by Goertzel's filter.</summary>
internal static class Pitch
{
    private const int SamplesPerSecond = Wave.SamplesPerSecond;

    /// <summary>A half of a second: long enough for a pitch, short enough to see it begin and end.</summary>
    private const int Window = SamplesPerSecond / 2;

    /// <summary>The share of the sound's power that is in that pitch, 0 to 1.</summary>
    public static double ShareOf(ReadOnlySpan<short> samples, int hertz)
    {
        double total = 0, before = 0, beforeThat = 0;
        var turn = 2 * Math.Cos(2 * Math.PI * hertz / SamplesPerSecond);
        foreach (var sample in samples)
        {
            total += (double)sample * sample;
            (before, beforeThat) = (sample + (turn * before) - beforeThat, before);
        }

        var power = (before * before) + (beforeThat * beforeThat) - (turn * before * beforeThat);
        return total < samples.Length ? 0 : power * 2 / samples.Length / total;
    }

    /// <summary>Goes on once the last half second that a phone heard was of that pitch.</summary>
    public static Task HeardAsync(Func<short[]> heardBy, int hertz) => Eventually.IsTrueAsync(
        $"a sound of {hertz} Hz",
        () => heardBy() is { Length: >= Window } heard && ShareOf(heard.AsSpan(^Window..), hertz) > 0.8);
}
