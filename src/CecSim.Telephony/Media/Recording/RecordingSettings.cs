namespace CecSim.Telephony.Media.Recording;

/// <summary>Where what peers send is written down, and how much of it.</summary>
/// <param name="Folder">It is made when it is not there.</param>
public sealed record RecordingSettings(string Folder)
{
    /// <summary>Of each file. A minute of Opus has about 0.3 MB, of PCMU 0.5 MB, of video 10 MB.</summary>
    public long FileBytesMax { get; init; } = 64 * 1024 * 1024;

    /// <summary>Since the start; calls beyond are not recorded.</summary>
    public int FilesMax { get; init; } = 1_000;
}
