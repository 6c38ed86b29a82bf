namespace CecSim.Client.Chat;

/// <summary>A file that CEC took (uploadFileStream).</summary>
/// <param name="ObjectKey">What it is found by.</param>
/// <param name="FileType">Its extension without a dot.</param>
public sealed record CecFile(string ObjectKey, string FileType);
