namespace CecSim.LoadTests.Profiles;

/// <summary>What a profile is run with unless something else is asked for; null where it has no use for it.</summary>
internal sealed record LoadDefaults(double? RatePerSecond, int? Held, TimeSpan? For);
