using CecSim.Simulation.Calls;
using CecSim.Simulation.Spaces;

namespace CecSim.Simulation.Chat;

/// <summary>What all text sessions of a space share.</summary>
internal sealed record ChatFloor(ContactCentre Centre, ChatDownlink Downlink, Draws Draws, IChatWords Words);
