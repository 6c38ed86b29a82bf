namespace CecSim.ControlClient;

/// <summary>Problem details (RFC 9457), as far as they are looked at.</summary>
internal sealed record ProblemBody(string? Type, string? Title, string? Detail);
