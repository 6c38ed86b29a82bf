using CecSim.Client.Chat;

namespace CecSim.Client;

/// <content>Text sessions: messages, files, the queue, messages left.</content>
public sealed partial class CecCustomer
{
    /// <summary>
    /// Sends a message of the text session (send, chapter 4): first <see cref="CecMessage.Connect"/>, at the end
    /// <see cref="CecMessage.Disconnect"/>. It is repeated only where CEC cannot have seen it: no text arrives twice.
    /// </summary>
    /// <param name="message">What.</param>
    /// <param name="cancellationToken">Ends the request; the message may arrive all the same.</param>
    /// <exception cref="CecException">
    /// CEC was not reached, not understood, or refused the credentials. The message may have arrived all the same after
    /// <see cref="CecNoAnswerReason.Broken"/> and <see cref="CecNoAnswerReason.TimedOut"/>.
    /// </exception>
    public Task<CecResult<CecReceipt>> SendAsync(CecMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var body = new JsonObject
        {
            ["channel"] = Channel,
            ["content"] = message.Content,
            ["controlType"] = message.ControlType,
            ["from"] = Identity.UserId,
            ["to"] = Identity.ChannelId,
            ["mediaType"] = message.MediaType,
            ["sourceType"] = "CUSTOMER",
            ["senderNickname"] = Identity.UserName,
            ["timestamp"] = _sender.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        return AskAsync(
            Post("send", body) with { MayArriveTwice = message.MayArriveTwice }, ReceiptOf, cancellationToken);
    }

    /// <summary>
    /// Waits for messages of the text session, by CEC's default for 5 s (poll). One poll at a time: a second one ends
    /// the first.
    /// </summary>
    /// <param name="includesReadNotices">Whether notices that the agent has read something come too.</param>
    /// <param name="cancellationToken">Ends the wait; what has not come yet comes with the next poll.</param>
    /// <returns>The messages, the oldest first; none when nobody wrote.</returns>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<IReadOnlyList<CecChatMessage>>> PollAsync(
        bool includesReadNotices = false, CancellationToken cancellationToken = default)
    {
        var path = $"poll?receiverId={Uri.EscapeDataString(Identity.UserId)}&channel={Channel}";
        return AskAsync(
            Poll(includesReadNotices ? path + "&isNeedRead=true" : path), ChatReading.Read, cancellationToken);
    }

    /// <summary>Where the text session stands in its queue (queryQueueInfo); only after a CONNECT.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>A refusal too when the session waits no longer: its meaning says why.</returns>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<CecQueuePlace>> QueryQueueAsync(CancellationToken cancellationToken = default) => AskAsync(
        Post("queryQueueInfo", new JsonObject
        {
            ["userId"] = Identity.UserId,
            ["channelConfigId"] = Identity.ChannelId,
            ["channel"] = Channel,
        }),
        ChatReading.ReadPlace,
        cancellationToken);

    /// <summary>Hands CEC a file (uploadFileStream), to be sent with <see cref="CecMessage.File"/>.</summary>
    /// <param name="content">Its bytes; CEC's default limit is 2 MB.</param>
    /// <param name="fileType">Its extension without a dot: jpg, png, mp3, aac, mp4, txt, csv …</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<CecFile>> UploadFileAsync(
        ReadOnlyMemory<byte> content, string fileType, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileType);
        var body = new JsonObject
        {
            ["fileType"] = fileType,
            ["fileStream"] = Convert.ToBase64String(content.Span),
            ["channel"] = Channel,
        };
        return AskAsync(
            Post("uploadFileStream", body),
            answer => new CecFile(answer.Text("objectKey") ?? "", fileType),
            cancellationToken);
    }

    /// <summary>Fetches a file of the text session (downloadFileStream).</summary>
    /// <param name="fileId">
    /// The <see cref="CecChatMessage.Content"/> of a message, with <c>local/</c> in front where
    /// <see cref="CecChatMessage.ContentType"/> is <c>1</c>.
    /// </param>
    /// <param name="fileType">Its extension without a dot.</param>
    /// <param name="isOfMediaLibrary">Whether it is a file of the media library.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<ReadOnlyMemory<byte>>> DownloadFileAsync(
        string fileId,
        string fileType,
        bool isOfMediaLibrary = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileId);
        ArgumentException.ThrowIfNullOrEmpty(fileType);
        var body = new JsonObject { ["fileId"] = fileId, ["fileType"] = fileType, ["channel"] = Channel };
        if (isOfMediaLibrary)
        {
            body["multiMedia"] = "multiMedia";
        }

        return AskAsync(Post("downloadFileStream", body), ChatReading.ReadFile, cancellationToken);
    }

    /// <summary>Leaves a message where no agent could be reached (doLeaveMessage). It may be kept twice.</summary>
    /// <param name="callId">CEC's "User ID": 1 to 24 characters.</param>
    /// <param name="caller">The number of whoever leaves it.</param>
    /// <param name="text">The message.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<CecReceipt>> LeaveMessageAsync(
        string callId, string caller, string text, CancellationToken cancellationToken = default) => AskAsync(
        Post("doLeaveMessage", new JsonObject
        {
            ["callId"] = callId,
            ["caller"] = caller,
            ["leaveMessage"] = text,
            ["channel"] = Channel,
        }),
        ReceiptOf,
        cancellationToken);
}
