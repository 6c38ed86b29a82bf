namespace CecSim.Simulation.Scripts;

/// <summary>One of the ways that a script may take.</summary>
/// <param name="Weight">How often, beside the weights of the others.</param>
public sealed record ScriptBranch(int Weight, Script Steps);
