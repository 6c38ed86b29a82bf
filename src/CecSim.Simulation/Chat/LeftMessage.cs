namespace CecSim.Simulation.Chat;

/// <summary>What a customer left by doLeaveMessage.</summary>
/// <param name="CallId">"User ID", whatever the client gives.</param>
/// <param name="Caller">The number of who leaves the message.</param>
public sealed record LeftMessage(DateTimeOffset At, string UserId, string CallId, string Caller, string Text)
{
    public const int CallIdCharsMax = 24;
}
