namespace CecSim.Simulation.Journal;

/// <summary>One thing that was wrong with a request.</summary>
/// <param name="Refusal">Null where no refusal of its own stands for it.</param>
/// <param name="Why">In words.</param>
public sealed record Wrong(Refusal? Refusal, string Why);
