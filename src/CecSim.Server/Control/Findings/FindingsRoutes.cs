using CecSim.Server.Control.Journal;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Control.Findings;

/// <summary>What clients did wrong.</summary>
internal static class FindingsRoutes
{
    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_cecsim/findings", (RequestDelegate)AllAsync);
        routes.MapGet("/_cecsim/spaces/{space}/findings", (RequestDelegate)OfSpaceAsync);
    }

    /// <summary>Every space of the server, and what belongs to none.</summary>
    internal static Task AllAsync(HttpContext http)
    {
        var (server, problem) = RecordOf.Find(http);
        return (problem ?? (IResult)TypedResults.Json(
            new AllFindingsBody(
            [
                .. http.RequestServices.GetRequiredService<SpaceDirectory>().All
                    .Select(s => FindingsBody.Of(s, s.Watch.Read())),
                FindingsBody.Of(space: null, server!.ReadFindings()),
            ]),
            ControlJson.Wire.AllFindingsBody)).ExecuteAsync(http);
    }

    internal static Task OfSpaceAsync(HttpContext http)
    {
        var (record, problem) = RecordOf.Find(http);
        return (problem ?? (IResult)TypedResults.Json(
            FindingsBody.Of(record!.Space, record.ReadFindings()), ControlJson.Wire.FindingsBody)).ExecuteAsync(http);
    }
}
