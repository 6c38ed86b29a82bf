namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>The statements about one interface, or about what all have in common.</summary>
internal sealed record Chapter(string Title, IReadOnlyList<Statement> Statements);
