using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>A reset has put a sound space in the place of one that had failed.</summary>
internal sealed record SpaceHealed(DateTimeOffset At) : SpaceEvent(At);
