using CecSim.Server.Phones;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Phones;

namespace CecSim.Server.Gateway;

/// <summary>What a call's media are to be by what agent and customer want.</summary>
/// <param name="IsHeldByCustomer">The customer has put the agent on hold.</param>
/// <param name="IsHeld">The agent has put the customer on hold.</param>
/// <param name="Waits">No agent has answered yet.</param>
/// <param name="IsMuted">The agent wants not to be heard.</param>
/// <param name="Phone">The phone that the customer is joined to; null for what the scenario plays.</param>
internal readonly record struct DesiredLegState(
    bool IsHeldByCustomer, bool IsHeld, bool Waits, bool IsMuted, PhoneLeg? Phone)
{
    /// <summary>What is heard in the place of the agent.</summary>
    public LegTones Tones { get; init; }

    /// <summary>What is said; another list is said anew. Null for nothing so far.</summary>
    public IReadOnlyList<Sound>? Said { get; init; }

    /// <summary>What is heard instead of the agent; null for music, or for the agent.</summary>
    public Sound? Tone => IsHeld || IsAside ? Tones.Keeping : Waits && Phone is null ? Tones.Waiting : null;

    /// <summary>The agent talks to somebody else.</summary>
    public bool IsAside { get; init; }

    /// <summary>Phones that hear and are heard besides; null for none.</summary>
    public IReadOnlyList<ConferencePhone>? Others { get; init; }

    /// <summary>The customer hears music instead of the agent. A phone that rings may be heard before.</summary>
    public bool IsApart => IsHeld || IsAside || (Waits && Phone is null);
}
