namespace CecSim.Server.Moments;

/// <summary>Where a step stands; nowhere when it is not kept.</summary>
internal readonly record struct LedgerPlace(int Number, Step? Step);
