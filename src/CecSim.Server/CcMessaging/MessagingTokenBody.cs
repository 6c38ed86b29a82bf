namespace CecSim.Server.CcMessaging;

/// <summary>The answer of applyToken (table 2-2).</summary>
internal sealed record MessagingTokenBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("token")] string Token);
