using CecSim.Server.ClickToCall;
using CecSim.Simulation.Chat;

namespace CecSim.Server.CcMessaging;

/// <summary>Files of a text session (API reference, uploadFileStream and downloadFileStream).</summary>
internal static class ChatFileRoutes
{
    private const string LocalPrefix = "local/";
    private const string ParameterMissing = "2";
    private const string ParameterError = "3";

    private static readonly string[] UploadTypes = [.. ChatOperations.UploadTypes];

    private static readonly string[] DownloadTypes = [.. UploadTypes, "richtext", "doc", "docx", "pdf", "zip"];

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(
            CecOperation.UploadFileStream,
            UploadAsync,
            VendorJson.Wire.UploadedFileBody,
            (exchange, refusal) => exchange.AnswerAsync(
                new UploadedFileBody(refusal.ResultCode!),
                VendorJson.Wire.UploadedFileBody,
                refusal.Basis,
                refusal.Status)),
        .. VendorRoute.Of(CecOperation.DownloadFileStream, DownloadAsync, VendorJson.Wire.DownloadedFileBody),
    ];

    private static async Task UploadAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        body.OneOf("fileType", UploadTypes);
        var content = body.Base64("fileStream");
        if (body.Problem is { } problem)
        {
            await (body.IsBroken
                ? exchange.RefuseAsync(problem)
                : exchange.RefuseAsync(
                    RefusalAnswer.Result(body.LacksAny ? ParameterMissing : ParameterError, null, Basis.Found),
                    body.Complaint));
            return;
        }

        var uploaded = exchange.Space.Chats.Files.Upload(content);
        await (uploaded.Refusal is { } refusal
            ? exchange.RefuseAsync(refusal, $"a file may have {ChatFiles.FileBytesMax} bytes")
            : exchange.AnswerAsync(
                new UploadedFileBody(ResultBody.Success, uploaded.Value),
                VendorJson.Wire.UploadedFileBody,
                Basis.Found));
    }

    private static async Task DownloadAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        if (body.Problem is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        var content = Find(
            exchange.Space.Chats.Files, body.GetStringOrEmpty("fileId"), body.GetStringOrEmpty("fileType"));
        await (content.Refusal is { } refusal
            ? exchange.RefuseAsync(refusal, WhyOf(refusal))
            : exchange.AnswerAsync(
                new DownloadedFileBody(ResultBody.Success, content.Value),
                VendorJson.Wire.DownloadedFileBody,
                Basis.Found));
    }

    // There is no media library, so a file that is asked for as one of it is looked for here all the same.
    private static Outcome<byte[]> Find(ChatFiles files, string fileId, string fileType)
    {
        var isLocal = fileId.StartsWith(LocalPrefix, StringComparison.Ordinal);
        var objectKey = isLocal ? fileId[LocalPrefix.Length..] : fileId;
        return objectKey.Length == 0 ? Refusal.FileKeyMissing
            : !DownloadTypes.Contains(fileType) ? Refusal.FileTypeOutOfRange
            : files.Download(objectKey);
    }

    private static string? WhyOf(Refusal refusal) => refusal switch
    {
        Refusal.FileKeyMissing => "fileId is missing or empty",
        Refusal.FileTypeOutOfRange => $"fileType must be {string.Join(" or ", DownloadTypes)}",
        Refusal.FileUnknown => "no file of this space has that fileId; the oldest are dropped when space runs out",
        _ => null,
    };
}
