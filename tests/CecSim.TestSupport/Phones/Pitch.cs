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

    /// <summary>Goes on once the last half second had each of these pitches in it, and hardly one.</summary>
    public static Task AllHeardAsync(Func<short[]> heardBy, int[] hertz, int but) => Eventually.IsTrueAsync(
        $"sounds of {string.Join(" and ", hertz)} Hz without {but} Hz",
        () => heardBy() is { Length: >= Window } heard
            && hertz.All(h => ShareOf(heard.AsSpan(^Window..), h) > 0.2)
            && ShareOf(heard.AsSpan(^Window..), but) < 0.02);

    /// <summary>How long nothing was heard right before a pitch began that is heard until the end.</summary>
    public static TimeSpan SilenceBefore(short[] heard, int hertz)
    {
        const int Step = SamplesPerSecond / 50;
        const int Quiet = 100;
        var begin = heard.Length - Step;
        while (begin >= Step && ShareOf(heard.AsSpan(begin - Step, Step), hertz) > 0.5)
        {
            begin -= Step;
        }

        var silent = 0;
        while (begin - silent >= Step
            && heard.AsSpan(begin - silent - Step, Step).IndexOfAnyExceptInRange((short)-Quiet, (short)Quiet) < 0)
        {
            silent += Step;
        }

        return TimeSpan.FromSeconds((double)silent / SamplesPerSecond);
    }
}
