using CecSim.Control.Contracts;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>A part of the space, or all of it, has begun anew; nothing else tells of what that ended.</summary>
internal sealed record SpaceReset(DateTimeOffset At, ResetScope Scope) : SpaceEvent(At);
