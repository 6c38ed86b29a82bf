using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using CecSim.Server.Listeners;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Spaces;

/// <summary>Spaces come, begin anew and go.</summary>
internal static class SpaceEndpoints
{
    public static void MapSpaces(this IEndpointRouteBuilder control)
    {
        control.MapGet("/spaces", List).WithSummary("List the spaces and the scenarios to make more from");
        control.MapPost("/spaces", Create).WithSummary("Make a space");
        control.MapGet("/spaces/{spaceName}", Read).WithSummary("Read a space with its credentials and addresses");
        control.MapDelete("/spaces/{spaceName}", Delete).WithSummary("End a space and all that lives in it");
        control.MapPost("/spaces/{spaceName}/reset", Reset)
            .WithSummary("Put a space, or a part of it, back to its beginning");
    }

    internal static Ok<SpacesBody> List(
        SpaceDirectory spaces, IServer server, CecSimArgs args) => TypedResults.Ok(new SpacesBody(
        [.. spaces.Hosted.Select(s => SpaceBody.Of(s, ServerUrls.Of(args, server)))],
        [.. spaces.Templates.Select(t => t.Name)]));

    internal static Results<Created<SpaceBody>, ProblemHttpResult> Create(
        NewSpaceBody? body, SpaceDirectory spaces, IServer server, CecSimArgs args)
    {
        var (space, problem) = SpaceMaking.Make(spaces, body ?? new NewSpaceBody());
        return space is null
            ? problem!
            : TypedResults.Created(
                $"{ControlGate.Prefix}/spaces/{space.Name}", SpaceBody.Of(space, ServerUrls.Of(args, server)));
    }

    internal static Ok<SpaceBody> Read(SpaceOfRoute space, IServer server, CecSimArgs args) =>
        TypedResults.Ok(SpaceBody.Of(space.Hosted, ServerUrls.Of(args, server)));

    internal static NoContent Delete(SpaceOfRoute space, SpaceDirectory spaces)
    {
        // Whoever deleted it a moment ago has done the same.
        spaces.Remove(space.Hosted.Name);
        return TypedResults.NoContent();
    }

    internal static Results<Ok<SpaceBody>, ProblemHttpResult> Reset(
        ResetBody? body, SpaceOfRoute space, IServer server, CecSimArgs args)
    {
        var asked = (body ?? new ResetBody()).Scope;
        if (Array.FindAll(Enum.GetValues<ResetScope>(), s => Words.Of(s) == asked) is not [var scope])
        {
            return ControlRefusal.BadRequest.ToProblem("scope must be state, journal, faults, clock or all.");
        }

        space.Hosted.Reset(scope);
        return TypedResults.Ok(SpaceBody.Of(space.Hosted, ServerUrls.Of(args, server)));
    }
}
