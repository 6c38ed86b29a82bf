namespace CecSim.Server.Control;

/// <summary>
/// The keys of a route's query that it reads by hand, so that one answer names all that is wrong with them: the
/// document has them from here.
/// </summary>
internal sealed record QueryKeys(IReadOnlyList<string> Names);
