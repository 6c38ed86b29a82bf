using CecSim.Server.Control.Journal;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Findings;

/// <summary>What clients did wrong.</summary>
internal static class FindingsEndpoints
{
    public static void MapAllFindings(this IEndpointRouteBuilder recorded) =>
        recorded.MapGet("/findings", All).WithSummary("Tell what clients did wrong, space by space");

    public static void MapFindings(this IEndpointRouteBuilder recorded) =>
        recorded.MapGet("/findings", OfSpace).WithSummary("Tell what the clients of a space did wrong");

    /// <summary>Every space of the server, and what belongs to none.</summary>
    internal static Ok<AllFindingsBody> All(SpaceDirectory spaces, RecordOf server) => TypedResults.Ok(
        new AllFindingsBody(
        [
            .. spaces.All.Select(s => FindingsBody.Of(s, s.Watch.Read())),
            FindingsBody.Of(space: null, server.ReadFindings()),
        ]));

    internal static Ok<FindingsBody> OfSpace(RecordOf record) =>
        TypedResults.Ok(FindingsBody.Of(record.Space, record.ReadFindings()));
}
