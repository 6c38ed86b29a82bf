using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>A subscriber read slower than things happened: in this place of its events so many are missing.</summary>
internal sealed record EventsDropped(DateTimeOffset At, long Count) : SpaceEvent(At);
