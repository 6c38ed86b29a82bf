using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Phones;

/// <summary>The softphones that are registered.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhones(this IEndpointRouteBuilder space) =>
        space.MapGet("/phones", List).WithSummary("List the softphones that are registered, and who was refused");

    internal static Ok<PhoneList> List(SpaceOfRoute space) => TypedResults.Ok(new PhoneList(
        [.. space.Space.Phones.View.Select(p => p.ToContract())],
        [.. space.Space.Phones.Refusals.Select(r => r.ToContract())]));
}
