namespace CecSim.Server.CcMessaging;

/// <summary>The answer of uploadFileStream: the only one whose code is a <c>returnCode</c> (API reference).</summary>
internal sealed record UploadedFileBody(
    [property: JsonPropertyName("returnCode")] string ReturnCode,
    [property: JsonPropertyName("objectKey")] string? ObjectKey = null);

/// <summary>The answer of downloadFileStream.</summary>
/// <param name="FileStream">Base64.</param>
internal sealed record DownloadedFileBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("fileStream")] byte[] FileStream);
