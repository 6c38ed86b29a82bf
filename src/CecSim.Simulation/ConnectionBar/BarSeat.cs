using CecSim.Simulation.Agents;
using CecSim.Simulation.Polls;

namespace CecSim.Simulation.ConnectionBar;

/// <summary>Where a person does what an agent does. Guarded by the timeline.</summary>
internal sealed class BarSeat(EventMailbox<AgentEvent> events)
{
    /// <summary>Pages that may be open for one agent; the oldest is signed off first.</summary>
    public const int SessionsMax = 16;

    /// <summary>The events of the agent; pages that are open at once take them from each other.</summary>
    public EventMailbox<AgentEvent> Events { get; } = events;

    public Queue<BarSession> Sessions { get; } = new();

    /// <summary>The page that asked last.</summary>
    public string? Page { get; set; }

    /// <summary>A page that was turned away, came again and found no poll.</summary>
    public string? FoundEmptyBy { get; set; }
}
