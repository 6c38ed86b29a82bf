namespace CecSim.Server.Gateway;

/// <summary>What the agent's side wants of a call's media.</summary>
/// <param name="IsHeld">The agent has put the customer on hold.</param>
/// <param name="Waits">No agent has answered yet.</param>
internal readonly record struct LegWish(bool IsHeld, bool Waits);
