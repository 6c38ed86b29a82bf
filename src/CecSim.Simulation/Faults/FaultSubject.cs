namespace CecSim.Simulation.Faults;

/// <summary>Whose request, or event, it is.</summary>
public sealed record FaultSubject(string UserId, string ChannelId);
