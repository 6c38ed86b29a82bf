using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Problems;

/// <summary>Metadata of routes: the problems that they answer with. A route has those of its groups too.</summary>
internal sealed record Refusals(IReadOnlyList<ProblemCode> Codes)
{
    /// <summary>All that an endpoint has declared.</summary>
    public static IEnumerable<ProblemCode> Of(IEnumerable<object> metadata) =>
        metadata.OfType<Refusals>().SelectMany(r => r.Codes).Distinct();
}

/// <summary>How a route declares them.</summary>
internal static class RefusalsExtensions
{
    /// <summary>What a route, or each of a group, answers with where it does not do what it was asked.</summary>
    /// <remarks>control.json has them from here, and tests hold each answer against that.</remarks>
    public static TBuilder Refuses<TBuilder>(this TBuilder routes, params ProblemCode[] codes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new Refusals(codes));
}
