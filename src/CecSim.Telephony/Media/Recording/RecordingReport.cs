namespace CecSim.Telephony.Media.Recording;

/// <summary>What was written down of a call.</summary>
/// <param name="IsComplete">The files are closed, and nothing kept anything out of them that belongs there.</param>
/// <param name="NotWritten">
/// Packets that came and are in no file: beyond a limit, out of order, of a codec that is not recorded, of a picture
/// that was not whole.
/// </param>
/// <param name="Failure">What first kept something out of them, the disk or a limit; null for nothing.</param>
public sealed record RecordingReport(
    IReadOnlyList<RecordedFile> Files, bool IsComplete, long Written, long NotWritten, string? Failure)
{
    /// <summary>The files are closed, whatever is in them.</summary>
    public bool IsClosed { get; init; }
}
