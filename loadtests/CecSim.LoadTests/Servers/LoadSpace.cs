namespace CecSim.LoadTests.Servers;

/// <summary>A space of one run alone.</summary>
internal sealed record LoadSpace(string Name, SpaceCredentials Credentials);
