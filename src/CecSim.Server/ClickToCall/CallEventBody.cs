namespace CecSim.Server.ClickToCall;

/// <summary>The answer of getClickToCallEvents (chapter 5, step 4).</summary>
/// <param name="EventId">A number: Huawei's own client compares with <c>===</c>. Null when nothing happened.</param>
internal sealed record CallEventBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("resultDesc")] string ResultDesc,
    [property: JsonPropertyName("eventId")] int? EventId = null,
    [property: JsonPropertyName("content")] CallEventBody.ContentBody? Content = null)
{
    internal sealed record ContentBody
    {
        [JsonPropertyName("domain")]
        public string? Domain { get; init; }

        [JsonPropertyName("gwAddresses")]
        public IReadOnlyList<string>? GatewayAddresses { get; init; }

        [JsonPropertyName("accessCode")]
        public string? AccessCode { get; init; }

        [JsonPropertyName("clickToCallCaller")]
        public string? Caller { get; init; }

        [JsonPropertyName("causeId")]
        public int? CauseId { get; init; }

        [JsonPropertyName("causeDesc")]
        public string? CauseDesc { get; init; }
    }
}
