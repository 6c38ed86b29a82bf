using CecSim.Control.Contracts;
using Microsoft.AspNetCore.Hosting.Server;

namespace CecSim.Server.Control.Spaces;

/// <summary>Spaces come, begin anew and go.</summary>
internal static class SpaceEndpoints
{
    public static void MapSpaces(this IEndpointRouteBuilder control)
    {
        control.MapGet("/spaces", List).WithSummary("List the spaces and the scenarios to make more from");
        control.MapPost("/spaces", Create).WithSummary("Make a space")
            .Refuses([ProblemCode.ScenarioUnknown, ProblemCode.ScenarioBroken, .. SpaceFactory.NoRoom]);
        control.MapGet("/spaces/{spaceName}", Read).WithSummary("Read a space with its credentials and addresses")
            .Refuses(SpaceOfRoute.Refusals);
        control.MapDelete("/spaces/{spaceName}", Delete).WithSummary("End a space and all that lives in it")
            .Refuses(SpaceOfRoute.Refusals);
        control.MapPost("/spaces/{spaceName}/reset", Reset)
            .WithSummary("Put a space, or a part of it, back to its beginning")
            .Refuses(SpaceOfRoute.Refusals);
    }

    internal static Ok<SpaceList> List(
        SpaceDirectory spaces, IServer server, CecSimArgs args) => TypedResults.Ok(new SpaceList(
        [.. spaces.Hosted.Select(s => s.ToContract(ServerUrls.Of(args, server)))],
        [.. SpaceFactory.NamesOf(spaces)]));

    internal static Results<Created<SpaceDetails>, ProblemHttpResult> Create(
        NewSpace? body, SpaceDirectory spaces, IServer server, CecSimArgs args)
    {
        var (space, problem) = SpaceFactory.Make(spaces, body ?? new NewSpace());
        return space is null
            ? problem!
            : TypedResults.Created(
                $"{ControlApiMiddleware.Prefix}/spaces/{space.Name}", space.ToContract(ServerUrls.Of(args, server)));
    }

    internal static Ok<SpaceDetails> Read(SpaceOfRoute space, IServer server, CecSimArgs args) =>
        TypedResults.Ok(space.Hosted.ToContract(ServerUrls.Of(args, server)));

    internal static NoContent Delete(SpaceOfRoute space, SpaceDirectory spaces)
    {
        // Whoever deleted it a moment ago has done the same.
        spaces.Remove(space.Hosted.Name);
        return TypedResults.NoContent();
    }

    internal static Results<Ok<SpaceDetails>, ProblemHttpResult> Reset(
        ResetRequest? body, SpaceOfRoute space, IServer server, CecSimArgs args)
    {
        var scope = (body ?? new ResetRequest()).Scope;
        if (scope == ResetScope.Unknown)
        {
            return ProblemCode.BadRequest.ToProblem("scope must be state, journal, faults, clock or all.");
        }

        space.Hosted.Reset(scope);
        return TypedResults.Ok(space.Hosted.ToContract(ServerUrls.Of(args, server)));
    }
}
