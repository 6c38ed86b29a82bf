namespace CecSim.Simulation.Findings;

/// <summary>The fields that some document names for a body, whether or not they matter here.</summary>
public static class DocumentedFields
{
    private static readonly HashSet<string> Send =
    [
        "channel", "content", "controlType", "from", "to", "mediaType", "sourceType", "senderNickname",
        "senderAvatar", "timestamp", "userAgent",
    ];

    /// <returns>Null when the operation has no body.</returns>
    public static IReadOnlySet<string>? Of(CecOperation operation) => operation switch
    {
        CecOperation.TokenByAkSk => Access,
        CecOperation.ApplyToken => Apply,
        CecOperation.CreateClickToCall => Create,
        CecOperation.DropClickToCall => Channel,
        CecOperation.Send or CecOperation.SendAsync => Send,
        CecOperation.QueryQueueInfo => QueueInfo,
        CecOperation.UploadFileStream => Upload,
        CecOperation.DownloadFileStream => Download,
        CecOperation.DoLeaveMessage => LeaveMessage,
        CecOperation.Ccbarclient => Bar,
        _ => null,
    };

    private static HashSet<string> Access { get; } = ["app_key", "app_secret"];

    private static HashSet<string> Apply { get; } = ["userId", "userName", "channelId", "locale"];

    // The last one is how some copies of the document print the second.
    private static HashSet<string> Bar { get; } = ["access_token", "tenantSpaceId", "userAccount", "tenantSpaceld"];

    private static HashSet<string> Channel { get; } = ["channel"];

    private static HashSet<string> Create { get; } = ["channel", "mediaAbility"];

    private static HashSet<string> QueueInfo { get; } = ["userId", "channelConfigId", "channel"];

    private static HashSet<string> Upload { get; } = ["fileType", "fileStream", "channel"];

    private static HashSet<string> Download { get; } = ["fileId", "channel", "fileType", "multiMedia"];

    private static HashSet<string> LeaveMessage { get; } = ["callId", "caller", "leaveMessage", "channel"];
}
