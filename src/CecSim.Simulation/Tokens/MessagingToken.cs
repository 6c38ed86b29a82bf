namespace CecSim.Simulation.Tokens;

/// <summary>A live <c>ccmessaging-token</c>.</summary>
internal sealed record MessagingToken(string Text, MessagingTokenRequest Request, DateTimeOffset ExpiresAt)
{
    /// <summary>Ended before its time.</summary>
    public bool IsEnded { get; set; }

    public bool IsLive(DateTimeOffset now) => !IsEnded && now < ExpiresAt;
}
