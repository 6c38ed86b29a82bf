namespace CecSim.Server.Control.Spaces;

/// <summary>All spaces, in the order of their creation.</summary>
/// <param name="Scenarios">What a space can be made from by name.</param>
internal sealed record SpacesBody(IReadOnlyList<SpaceBody> Spaces, IReadOnlyList<string> Scenarios);
