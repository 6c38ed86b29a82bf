namespace CecSim.Client.Chat;

/// <summary>Text sessions as they come over the wire.</summary>
internal static class ChatReading
{
    public static IReadOnlyList<CecChatMessage> Read(Answer answer) =>
    [
        .. answer.Parts("downlinkMessages").Select(message => new CecChatMessage
        {
            ControlType = message.Text("controlType") ?? "",
            MediaType = message.Text("mediaType"),
            Content = message.Text("content"),
            ContentType = message.Text("contentType"),
            SourceType = message.Text("sourceType"),
            SenderNickname = message.Text("senderNickname"),
            WrittenAt = MomentOf(message.Number("timestamp")),
            MessageCode = message.Text("messageCode"),
            Json = message.Json,
        }),
    ];

    public static CecQueuePlace ReadPlace(Answer answer) => new(
        answer.Whole("position") ?? 0,
        Seconds(answer, "totalWaitTime"),
        Seconds(answer, "longestWaitTime"),
        Seconds(answer, "currentDeviceWaitTime"),
        Seconds(answer, "configMaxcWaitTime"),
        Seconds(answer, "estimateWaitTime"));

    public static ReadOnlyMemory<byte> ReadFile(Answer answer)
    {
        try
        {
            return Convert.FromBase64String(answer.Text("fileStream") ?? "");
        }
        catch (FormatException e)
        {
            throw new CecException(
                answer.Operation, attempts: 1, new CecFailure.NotUnderstood("fileStream is no Base64"), e);
        }
    }

    // Whatever a broken server sends as a time must not break the reading of the text.
    private static DateTimeOffset? MomentOf(long? milliseconds) =>
        milliseconds is >= 0 and <= 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value)
            : null;

    private static TimeSpan Seconds(Answer answer, string name) =>
        TimeSpan.FromSeconds(Math.Clamp(answer.Number(name) ?? 0, 0, int.MaxValue));
}
