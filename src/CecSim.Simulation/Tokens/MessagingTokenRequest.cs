namespace CecSim.Simulation.Tokens;

/// <summary>The body of applyToken (table 2-1).</summary>
public sealed record MessagingTokenRequest(string UserId, string UserName, string ChannelId, string Locale);
