namespace CecSim.Telephony.Media.Recording;

/// <summary>What was written down of a call.</summary>
/// <param name="IsComplete">The files are closed.</param>
/// <param name="NotWritten">
/// Packets that came and are in no file: beyond a limit, out of order, of a codec that is not recorded, of a picture
/// that was not whole.
/// </param>
/// <param name="Failure">Why nothing more is written; null while nothing hinders it.</param>
public sealed record RecordingReport(
    IReadOnlyList<RecordedFile> Files, bool IsComplete, long Written, long NotWritten, string? Failure);
