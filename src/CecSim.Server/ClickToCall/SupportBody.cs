namespace CecSim.Server.ClickToCall;

/// <summary>The answer of checkClickToCallSupport (chapter 5, step 2).</summary>
internal sealed record SupportBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("resultDesc")] string ResultDesc,
    [property: JsonPropertyName("webRTCSupported")] bool WebRtcSupported,
    [property: JsonPropertyName("clickToCallSupported")] bool ClickToCallSupported);
