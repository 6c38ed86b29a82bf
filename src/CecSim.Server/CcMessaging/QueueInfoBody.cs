namespace CecSim.Server.CcMessaging;

/// <summary>The answer of queryQueueInfo while a session queues, in the order of the sample; seconds.</summary>
internal sealed record QueueInfoBody
{
    [JsonPropertyName("totalWaitTime")]
    public required int TotalWaitTime { get; init; }

    [JsonPropertyName("resultCode")]
    public required string ResultCode { get; init; }

    [JsonPropertyName("longestWaitTime")]
    public required int LongestWaitTime { get; init; }

    [JsonPropertyName("position")]
    public required int Position { get; init; }

    [JsonPropertyName("currentDeviceWaitTime")]
    public required int CurrentDeviceWaitTime { get; init; }

    /// <summary>CEC spells it so.</summary>
    [JsonPropertyName("configMaxcWaitTime")]
    public required int ConfigMaxWaitTime { get; init; }

    [JsonPropertyName("estimateWaitTime")]
    public required int EstimateWaitTime { get; init; }
}
