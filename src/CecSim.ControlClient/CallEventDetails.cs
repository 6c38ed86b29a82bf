namespace CecSim.ControlClient;

/// <summary>One event of a call.</summary>
/// <param name="Number">Its number among all call events of the space.</param>
/// <param name="EventId">The <c>eventId</c> that its client reads, for example 168101.</param>
/// <param name="Name">Its name in a scenario's script.</param>
/// <param name="At">When it came.</param>
/// <param name="CauseId">Why the call ended, as a code; null for other events.</param>
/// <param name="CauseDesc">Why the call ended, in words; null for other events.</param>
public sealed record CallEventDetails(
    long Number, int EventId, string Name, DateTimeOffset At, int? CauseId, string? CauseDesc);
