using CecSim.Simulation.Chat;

namespace CecSim.Simulation;

/// <summary>The operations of a text session (CEC API reference).</summary>
public static class ChatOperations
{
    private const string Messaging = "/apiaccess/ccmessaging/";

    private static RequestField[] Sent =>
    [
        RequestField.Channel,
        new("controlType", "What it does.", null, "CONNECT", "CHAT", "TRANS2AGENT", "INPUT", "DISCONNECT"),
        new("sourceType", "Always CUSTOMER.", null, "CUSTOMER"),
        new(
            "mediaType", "What it carries.", null,
            "TEXT", "IMAGE", "AUDIO", "VIDEO", "FILE", "FILE_IMAGE", "FILE_VIDEO"),
        new("from", "The userId of the token.", 1_000),
        new("to", "The channelId of the token.", 1_000),
        new RequestField("content", "The text; with CHAT it must be there.", 1_024).Optional,
        new RequestField("senderNickname", "What an agent may see of the customer.", null).Unchecked,
        new RequestField("senderAvatar", "The customer's picture.", null).Unchecked,
        new RequestField("timestamp", "When it was sent, in milliseconds of Unix time.", null).Unchecked,
        new RequestField("userAgent", "The customer's browser.", null).Unchecked,
    ];

    private static (string, string)[] SentExample =>
    [
        RequestField.ChannelExample,
        ("content", "start"),
        ("controlType", "CONNECT"),
        ("from", "${userId}"),
        ("to", "${channelId}"),
        ("mediaType", "TEXT"),
        ("sourceType", "CUSTOMER"),
    ];

    /// <summary>What may be uploaded. "bpm" is CEC's own spelling; later pages add bmp.</summary>
    public static IReadOnlyList<string> UploadTypes =>
        ["jpg", "jpeg", "png", "bpm", "bmp", "mp3", "aac", "mp4", "txt", "csv"];

    internal static IReadOnlyList<VendorOperation> Describe() =>
    [
        new(CecOperation.Send)
        {
            Paths = [Messaging + "send"],
            Summary = "Send in the text session",
            Source = $"{Documents.Reference}, send",
            Chapter = "4.1",
            GuideSection = "5",
            Session = SessionEffect.ByControlType,
            Body = Sent,
            Given = ["an agent is free", "a user is signed in"],
            Example = SentExample,
        },
        new(CecOperation.SendAsync)
        {
            Paths = [Messaging + "sendAsync"],
            Summary = "Send in the text session without waiting for what becomes of it",
            Source = $"{Documents.Reference}, sendAsync",
            Chapter = "4.1",
            Session = SessionEffect.ByControlType,
            Body = Sent,
            Given = ["an agent is free", "a user is signed in"],
            Example = SentExample,
        },
        new(CecOperation.Poll)
        {
            Method = "GET",
            Paths = [Messaging + "poll"],
            Summary = "Wait for messages of the text session",
            Description = "A long poll: it brings all that waits, or nothing when the hold is over.",
            Source = $"{Documents.Reference}, poll",
            Chapter = "4.2",
            IsLongPoll = true,
            PollKind = PollKind.Chat,
            HasRefusalBody = true,
            RefusalShape = RefusalShape.Code,
            Query =
            [
                RequestField.Channel,
                new("receiverId", "The userId of the token.", 128),
                new RequestField("isNeedRead", "Whether to send READ notices.", null, "true", "false").Unchecked,
            ],
            Given = ["a message is waiting"],
            Example = [RequestField.ChannelExample, ("receiverId", "${userId}")],
        },
        new(CecOperation.QueryQueueInfo)
        {
            Paths = [Messaging + "queryQueueInfo"],
            Summary = "Ask where the text session stands in its queue",
            Source = $"{Documents.Reference}, queryQueueInfo",
            Chapter = "4.3",
            HasRefusalBody = true,
            RefusalShape = RefusalShape.Code,
            Body =
            [
                RequestField.Channel,
                new("userId", "That of the token.", 1_000),
                new("channelConfigId", "The channelId of the token.", 1_000),
            ],
            Given = ["a text session waits in a queue"],
            Example = [RequestField.ChannelExample, ("userId", "${userId}"), ("channelConfigId", "${channelId}")],
        },
        new(CecOperation.UploadFileStream)
        {
            Paths = [Messaging + "uploadFileStream"],
            Summary = "Upload a file of the text session",
            Source = $"{Documents.Reference}, uploadFileStream",
            Chapter = "4.4",
            RefusalShape = RefusalShape.Own,

            // A file at the limit in Base64 with room to spare, so that one somewhat too large gets CEC's own code.
            BodyBytesMax = 2 * ChatFiles.FileBytesMax,
            Body =
            [
                RequestField.Channel,
                new("fileType", "Its type.", null, [.. UploadTypes]),
                new("fileStream", "Its bytes.", null) { IsBase64 = true },
            ],
        },
        new(CecOperation.DownloadFileStream)
        {
            Paths = [Messaging + "downloadFileStream"],
            Summary = "Download a file of the text session",
            Source = $"{Documents.Reference}, downloadFileStream",
            Chapter = "4.4",
            HasRefusalBody = true,
            DocumentedCodes = new Dictionary<string, Refusal>
            {
                ["401"] = Refusal.FileKeyMissing,
                ["13"] = Refusal.FileUnknown,
            },
            Body =
            [
                RequestField.Channel,
                new("fileId", "Its objectKey, with or without local/ before it.", 1_000),
                new("fileType", "Its type.", 32),
                new RequestField("multiMedia", "Where the file is one of the media library.", null).Unchecked,
            ],
        },
        new(CecOperation.DoLeaveMessage)
        {
            Paths = [Messaging + "doLeaveMessage"],
            Summary = "Leave a message for later",
            Source = $"{Documents.Reference}, doLeaveMessage",
            Chapter = "4.5",
            DocumentedCodes = new Dictionary<string, Refusal>
            {
                ["3"] = Refusal.LeaveMessageWrong,
                ["13"] = Refusal.LeftMessagesFull,
            },
            Body =
            [
                RequestField.Channel,
                new("callId", "The call that it is about.", LeftMessage.CallIdCharsMax),
                new("caller", "Who leaves it.", 1_000),
                new("leaveMessage", "Its text.", 1_000),
            ],
        },
        new(CecOperation.QueryHistoryChatMessage)
        {
            Paths = [Messaging + "queryHistoryChatMessage"],
            Source = $"{Documents.Reference}, queryHistoryChatMessage",
            Chapter = "4.2",
        },
    ];
}
