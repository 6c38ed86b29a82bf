using CecSim.Simulation.Findings;

namespace CecSim.Simulation.News;

/// <summary>A client did something wrong.</summary>
public sealed record FindingNoted(FindingRule Rule, FindingCase Case) : SpaceNews(Case.At);
