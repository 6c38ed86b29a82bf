using CecSim.Control.Contracts;
using CecSim.Server.Control.Journal;

namespace CecSim.Server.Control.Findings;

/// <summary>What clients did wrong.</summary>
internal static class FindingsEndpoints
{
    public static void MapAllFindings(this IEndpointRouteBuilder recorded) =>
        recorded.MapGet("/findings", All).WithSummary("Tell what clients did wrong, space by space");

    public static void MapFindings(this IEndpointRouteBuilder recorded) =>
        recorded.MapGet("/findings", OfSpace).WithSummary("Tell what the clients of a space did wrong");

    /// <summary>Every space of the server, and what belongs to none.</summary>
    internal static Ok<AllFindings> All(SpaceDirectory spaces, RecordOf server) => TypedResults.Ok(
        new AllFindings(
        [
            .. spaces.All.Select(s => s.Monitor.Read().ToContract(s)),
            server.ReadFindings().ToContract(space: null),
        ]));

    internal static Ok<SpaceFindings> OfSpace(RecordOf record) =>
        TypedResults.Ok(record.ReadFindings().ToContract(record.Space));
}
