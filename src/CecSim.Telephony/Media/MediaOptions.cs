using CecSim.Telephony.Media.Recording;

namespace CecSim.Telephony.Media;

/// <summary>How a call shall be answered.</summary>
public sealed record MediaOptions
{
    public MediaSource Source { get; init; } = MediaSource.Echo;

    /// <summary>
    /// Codecs that may be chosen, in whichever order the offer has them; null for all that the source has.
    /// </summary>
    public IReadOnlySet<Codec>? Codecs { get; init; }

    /// <summary>What goes wrong on purpose; null for nothing.</summary>
    public MediaImpairments? Trouble { get; init; }

    /// <summary>Takes down what the peer sends; null to keep nothing of it.</summary>
    public CallRecording? Recording { get; init; }

    // The pattern is recorded in VP8 alone.
    internal IReadOnlySet<Codec> Allowed => Codecs ?? Enum.GetValues<Codec>()
        .Where(c => Source == MediaSource.Echo || c != Codec.H264)
        .ToHashSet();
}
