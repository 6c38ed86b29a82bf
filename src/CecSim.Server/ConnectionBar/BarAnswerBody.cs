namespace CecSim.Server.ConnectionBar;

/// <summary>What became of an action, and how the agent stands now.</summary>
/// <param name="Origin">Whom the frame may talk to: the page that was validated.</param>
/// <param name="IsElsewhere">The agent's person is at another page.</param>
internal sealed record BarAnswerBody(
    [property: JsonPropertyName("retcode")] string RetCode,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("agent")] BarBody Agent,
    [property: JsonPropertyName("origin")] string Origin,
    [property: JsonPropertyName("elsewhere")] bool IsElsewhere);
