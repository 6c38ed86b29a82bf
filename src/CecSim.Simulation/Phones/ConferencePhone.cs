namespace CecSim.Simulation.Phones;

/// <summary>A phone that hears a customer and its agent.</summary>
/// <param name="IsHeard">Both hear it too; else it listens.</param>
public readonly record struct ConferencePhone(IPhoneLeg Phone, bool IsHeard = true);
