using CecSim.Server.Exchanges;
using CecSim.Simulation;
using CecSim.Simulation.Chat;

namespace CecSim.Server.OpenApi.Vendor;

/// <summary>Every operation that this server answers, in the words of the documents.</summary>
internal static class OperationContracts
{
    private const string Guide = "Voice and Video Access";
    private const string Reference = "CEC API reference";

    private static readonly FieldContract Channel = new("channel", "Always WEB.", null, "WEB");

    public static IReadOnlyDictionary<CecOperation, OperationContract> All { get; } =
        new Dictionary<CecOperation, OperationContract>
        {
            [CecOperation.TokenByAkSk] = new(
                "Exchange the app key and its secret for an access token", $"{Guide}, 2.1",
                VendorJson.Wire.AccessTokenBody)
            {
                Body =
                [
                    new("app_key", "The key of the application.", 1_000),
                    new("app_secret", "Its secret.", 1_000),
                ],
            },
            [CecOperation.ApplyToken] = new(
                "Get the token that speaks for one customer", $"{Guide}, 2.2", VendorJson.Wire.MessagingTokenBody)
            {
                HasResultCodes = true,
                Body =
                [
                    new("userId", "The enterprise's own name for the customer.", 128),
                    new("userName", "What an agent sees.", 128),
                    new("channelId", "The configuration ID of the channel.", 64),
                    new("locale", "The customer's language.", null, "zh", "en", "zh_CN", "en_US"),
                ],
            },
            [CecOperation.CheckClickToCallSupport] = new(
                "Ask whether the channel takes click-to-call", $"{Guide}, 5, step 2", VendorJson.Wire.SupportBody)
            {
                Query = [Channel],
            },
            [CecOperation.CreateClickToCall] = new(
                "Begin a call", $"{Guide}, 5, step 3", VendorJson.Wire.ResultBody)
            {
                Body = [Channel, new("mediaAbility", "0 for voice, 1 for video.", null, "0", "1")],
            },
            [CecOperation.GetClickToCallEvents] = new(
                "Wait for the next event of the call", $"{Guide}, 5, step 4", VendorJson.Wire.CallEventBody)
            {
                Description = "A long poll: it is answered with the next event, or without one when the hold is over.",
                Query = [Channel],
            },
            [CecOperation.DropClickToCall] = new(
                "Hang up", $"{Guide}, 5, step 5", VendorJson.Wire.ResultBody)
            {
                Body = [Channel],
            },
            [CecOperation.Send] = new("Send in the text session", $"{Reference}, send", VendorJson.Wire.ResultBody)
            {
                Body = SendFields(),
            },
            [CecOperation.SendAsync] = new(
                "Send in the text session without waiting for what becomes of it", $"{Reference}, sendAsync",
                VendorJson.Wire.ResultBody)
            {
                Body = SendFields(),
            },
            [CecOperation.Poll] = new(
                "Wait for messages of the text session", $"{Reference}, poll", VendorJson.Wire.DownlinkBody)
            {
                Description = "A long poll: it brings all that waits, or nothing when the hold is over.",
                HasResultCodes = true,
                Query =
                [
                    Channel,
                    new("receiverId", "The userId of the token.", 128),
                    new FieldContract("isNeedRead", "Whether to send READ notices.", null, "true", "false").Unchecked,
                ],
            },
            [CecOperation.QueryQueueInfo] = new(
                "Ask where the text session stands in its queue", $"{Reference}, queryQueueInfo",
                VendorJson.Wire.QueueInfoBody)
            {
                HasResultCodes = true,
                Body =
                [
                    Channel,
                    new("userId", "That of the token.", 1_000),
                    new("channelConfigId", "The channelId of the token.", 1_000),
                ],
            },
            [CecOperation.UploadFileStream] = new(
                "Upload a file of the text session", $"{Reference}, uploadFileStream", VendorJson.Wire.UploadedFileBody)
            {
                Body =
                [
                    Channel,
                    new(
                        "fileType", "Its type.", null,
                        "jpg", "jpeg", "png", "bpm", "bmp", "mp3", "aac", "mp4", "txt", "csv"),
                    new("fileStream", "Its bytes.", null) { IsBase64 = true },
                ],
            },
            [CecOperation.DownloadFileStream] = new(
                "Download a file of the text session", $"{Reference}, downloadFileStream",
                VendorJson.Wire.DownloadedFileBody)
            {
                HasResultCodes = true,
                Body =
                [
                    Channel,
                    new("fileId", "Its objectKey, with or without local/ before it.", 1_000),
                    new("fileType", "Its type.", 32),
                ],
            },
            [CecOperation.DoLeaveMessage] = new(
                "Leave a message for later", $"{Reference}, doLeaveMessage", VendorJson.Wire.ResultBody)
            {
                Body =
                [
                    Channel,
                    new("callId", "The call that it is about.", LeftMessage.CallIdCharsMax),
                    new("caller", "Who leaves it.", 1_000),
                    new("leaveMessage", "Its text.", 1_000),
                ],
            },
            [CecOperation.QueryAgentInfo] = new(
                "List the agents with their SIP accounts", "Agent Connection Bar, 5.2", VendorJson.Wire.AgentInfoBody),
        };

    private static FieldContract[] SendFields() =>
    [
        Channel,
        new("controlType", "What it does.", null, "CONNECT", "CHAT", "TRANS2AGENT", "INPUT", "DISCONNECT"),
        new("sourceType", "Always CUSTOMER.", null, "CUSTOMER"),
        new(
            "mediaType", "What it carries.", null,
            "TEXT", "IMAGE", "AUDIO", "VIDEO", "FILE", "FILE_IMAGE", "FILE_VIDEO"),
        new("from", "The userId of the token.", 1_000),
        new("to", "The channelId of the token.", 1_000),
        new FieldContract("content", "The text; with CHAT it must be there.", 1_024).Optional,
    ];
}
