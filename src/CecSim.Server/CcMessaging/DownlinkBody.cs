namespace CecSim.Server.CcMessaging;

/// <summary>The answer of poll (API reference). Its fields stand in the order of the documented sample.</summary>
internal sealed record DownlinkBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("resultDesc")] string ResultDesc,
    [property: JsonPropertyName("downlinkMessages")] IReadOnlyList<DownlinkBody.MessageBody> Messages)
{
    /// <summary>The sample shows what is null as null. Its copy ends before <c>sourceType</c>.</summary>
    internal sealed record MessageBody
    {
        [JsonPropertyName("from")]
        public required string From { get; init; }

        [JsonPropertyName("channel")]
        public required string Channel { get; init; }

        [JsonPropertyName("to")]
        public required string To { get; init; }

        [JsonPropertyName("controlType")]
        public required string ControlType { get; init; }

        [JsonPropertyName("mediaType")]
        public string MediaType { get; } = "TEXT";

        [JsonPropertyName("content")]
        public required string Content { get; init; }

        [JsonPropertyName("simQuestions"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? SimilarQuestions { get; }

        [JsonPropertyName("senderNickname")]
        public required string SenderNickname { get; init; }

        [JsonPropertyName("senderAvatar")]
        public string SenderAvatar { get; } = "1";

        /// <summary>Milliseconds: a string in the table, a number in the sample.</summary>
        [JsonPropertyName("timestamp")]
        public required long Timestamp { get; init; }

        [JsonPropertyName("sourceType")]
        public required string SourceType { get; init; }

        /// <summary>"Whether the client may still send" is all that is known; here true once it may not.</summary>
        [JsonPropertyName("isOfflineStatus")]
        public required bool IsOfflineStatus { get; init; }

        [JsonPropertyName("messageCode")]
        public required string MessageCode { get; init; }

        [JsonPropertyName("interIdx"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? InteractionIndex { get; }

        [JsonPropertyName("contentType"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? ContentType { get; }

        [JsonPropertyName("mediaFileType"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? MediaFileType { get; }
    }
}
