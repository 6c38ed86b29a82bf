namespace CecSim.Server.Control.Health;

/// <summary>The answer to a probe.</summary>
internal sealed record HealthBody(string Status);
