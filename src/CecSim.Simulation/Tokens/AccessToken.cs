namespace CecSim.Simulation.Tokens;

/// <summary>What tokenByAkSk answers (Voice and Video Access, 2.1).</summary>
public sealed record AccessToken(
    string Text, DateTimeOffset CreatedAt, TimeSpan Lifetime, string Scope, string AppKey);
