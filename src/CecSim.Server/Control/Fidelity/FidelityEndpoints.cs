using CecSim.Control.Contracts;
using CecSim.Server.Fidelity;

namespace CecSim.Server.Control.Fidelity;

/// <summary>What is claimed of the protocol, for pages and tools.</summary>
internal static class FidelityEndpoints
{
    public static void MapFidelity(this IEndpointRouteBuilder control) =>
        control.MapGet("/fidelity", Read).WithSummary("List what is claimed of CEC's protocol, and how it is known");

    /// <param name="section">Such as <c>5.3</c>, or <c>5</c> for all below it.</param>
    /// <param name="basis"><c>documented</c>, <c>found</c> or <c>inferred</c>.</param>
    internal static Ok<FidelityClaimList> Read(string? section, string? basis) =>
        TypedResults.Ok(new FidelityClaimList(FidelityClaims.Find(section, basis)));
}
