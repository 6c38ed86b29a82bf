using CecSim.Telephony.Media.Clips;

namespace CecSim.Telephony.Tests.Media;

/// <summary>What a caller hears of a number: pitch and pace by ITU-T E.180.</summary>
public sealed class CallProgressToneTests
{
    private const int FrameMilliseconds = 20;
    private const double FrameSeconds = 0.02;

    [Theory]
    [InlineData(MediaSource.RingingTone, "450 for 1000, silence for 4000")]
    [InlineData(MediaSource.BusyTone, "450 for 360, silence for 360")]
    [InlineData(MediaSource.SpecialInformationTone, "950 for 340, 1400 for 340, 1800 for 340, silence for 1000")]
    public void Each_tone_has_its_pitch_and_pace_in_each_codec(MediaSource source, string expected)
    {
        Assert.Equal(expected, HeardIn(Codec.Pcmu));
        Assert.Equal(expected, HeardIn(Codec.Pcma));
        Assert.Equal(AudioClips.For(source, Codec.Pcmu)!.Length, AudioClips.For(source, Codec.Opus)!.Length);
        Assert.Equal(AudioClips.For(source, Codec.Pcmu)!.Length, AudioClips.For(source, Codec.G722)!.Length);

        string HeardIn(Codec codec) => InWords(
            AudioClips.For(source, codec)!
                .Select(f => PitchOf([.. f.Select(b => G711.Decode(b, isA: codec == Codec.Pcma))])));
    }

    // In 20 ms a pitch goes through zero twice for each of its periods.
    private static int PitchOf(short[] frame)
    {
        if (frame.All(s => Math.Abs(s) < 100))
        {
            return 0;
        }

        var crossings = frame.Zip(frame.Skip(1)).Count(p => p.First < 0 != p.Second < 0);
        int[] known = [450, 950, 1400, 1800];
        return known.MinBy(hertz => Math.Abs(hertz - (crossings / 2 / FrameSeconds)));
    }

    private static string InWords(IEnumerable<int> pitches)
    {
        List<(int Hertz, int Frames)> runs = [];
        foreach (var hertz in pitches)
        {
            if (runs is [.., var last] && last.Hertz == hertz)
            {
                runs[^1] = (hertz, last.Frames + 1);
            }
            else
            {
                runs.Add((hertz, 1));
            }
        }

        return string.Join(
            ", ",
            runs.Select(r => $"{(r.Hertz == 0 ? "silence" : r.Hertz)} for {r.Frames * FrameMilliseconds}"));
    }
}
