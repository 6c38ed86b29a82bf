namespace CecSim.Telephony.Media.Recording;

/// <summary>A file of a recording.</summary>
/// <param name="Mid">The m-line that it is of.</param>
/// <param name="BytesCount">So far, with what waits to be written.</param>
public sealed record RecordedFile(string Mid, string Path, long BytesCount);
