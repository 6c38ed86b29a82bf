using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Gateway;

/// <summary>The customer of a call did something with its media.</summary>
internal sealed record MediaMoved(DateTimeOffset At, long CallId, MediaEvent Did) : SpaceEvent(At);
