using CecSim.Guarding;

namespace CecSim.Simulation.Clock;

/// <summary>The space has failed, and nothing can be done in it until it is reset.</summary>
public sealed class SpaceFailedException(Failure why) : InvalidOperationException(why.Why, why.Exception);
