using CecSim.Telephony.Media;

namespace CecSim.Telephony.Calling;

/// <summary>Whether a person would call it a good call.</summary>
internal static class CallAssessment
{
    /// <summary>More than this share lost is heard, whatever the codec conceals.</summary>
    private const double LossShareMax = 0.05;

    public static IReadOnlyList<string> TroublesOf(
        MediaReport media, bool hasVideo, bool lacksVideo, CallEnding? ending)
    {
        var troubles = new List<string>();
        var audio = media.Lines.FirstOrDefault(l => IsCarried(l, MediaKind.Audio));
        var video = media.Lines.FirstOrDefault(l => IsCarried(l, MediaKind.Video));
        if (ending is not (null or CallEnding.HungUp))
        {
            troubles.Add($"{ending}");
        }

        if (audio is null)
        {
            troubles.Add("the gateway took no sound");
        }
        else if (audio.Direction.HasFlag(MediaDirection.ReceiveOnly))
        {
            AddAudio(troubles, audio);
        }

        if (lacksVideo)
        {
            troubles.Add("the gateway took no pictures");
        }
        else if (hasVideo && video is not null && video.Direction.HasFlag(MediaDirection.ReceiveOnly))
        {
            AddVideo(troubles, video, media);
        }

        return troubles;
    }

    private static bool IsCarried(LineReport line, MediaKind kind) =>
        line.State == LineState.Active && line.Kind == kind;

    private static void AddAudio(List<string> troubles, LineReport audio)
    {
        if (audio.PacketsIn == 0)
        {
            troubles.Add(audio.PacketsOut == 0
                ? "no sound came, and none was sent"
                : $"one-way audio: no sound came, while {audio.PacketsOut} packets were sent");
            return;
        }

        // Without a level nobody can say without decoding Opus.
        if (audio is { VoicedPacketsIn: 0, PeakLevelIn: { } peak })
        {
            troubles.Add($"only silence came: nothing louder than {peak} dBov");
        }

        AddLoss(troubles, audio, "sound");
    }

    private static void AddVideo(List<string> troubles, LineReport video, MediaReport media)
    {
        if (video.FramesIn == 0)
        {
            troubles.Add("no picture came");
            return;
        }

        if (video.KeyFramesIn == 0)
        {
            troubles.Add($"{video.FramesIn} pictures came, and none that needs no other: nothing can be seen");
        }

        if (media.HasFrozenVideo)
        {
            troubles.Add($"the picture stood still for {video.FrozenSeconds} s");
        }

        AddLoss(troubles, video, "pictures");
    }

    private static void AddLoss(List<string> troubles, LineReport line, string what)
    {
        var share = (double)line.LostIn / Math.Max(1, line.LostIn + line.PacketsIn);
        if (share > LossShareMax)
        {
            troubles.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.LostIn} of {line.LostIn + line.PacketsIn} packets of {what} were lost ({share:P0})"));
        }
    }
}
