namespace CecSim.Simulation.Calls;

/// <summary>A request of SIP for a call's media that was refused.</summary>
/// <param name="Method"><c>INVITE</c>, <c>UPDATE</c> and so on.</param>
/// <param name="Status">400 to 699.</param>
/// <param name="Why">In a sentence.</param>
public sealed record RefusedMedia(DateTimeOffset At, string Method, int Status, string Why);
