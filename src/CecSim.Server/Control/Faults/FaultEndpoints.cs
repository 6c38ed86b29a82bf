using System.Text.Json;
using CecSim.Scenarios;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using CecSim.Simulation.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Faults;

/// <summary>Faults at run time, in the words of a scenario.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder space)
    {
        space.MapGet("/faults", List).WithSummary("List the faults and what they have struck");
        space.MapPost("/faults", Arm).WithSummary("Arm a fault, in the words of a scenario");
        space.MapDelete("/faults", DisarmAll).WithSummary("Disarm all faults");
        space.MapDelete("/faults/{id:long}", Disarm).WithSummary("Disarm a fault");
    }

    internal static Ok<FaultsBody> List(SpaceOfRoute space) =>
        TypedResults.Ok(new FaultsBody([.. space.Space.Faults.View.Select(FaultBody.Of)]));

    internal static Results<Created<FaultBody>, ProblemHttpResult> Arm(JsonElement body, SpaceOfRoute space)
    {
        var part = ScenarioParts.Fault(body.GetRawText());
        if (part.Value is null)
        {
            return ControlRefusal.BadRequest.ToProblem(string.Join("\n", part.Complaints), part.Complaints);
        }

        return space.Space.Faults.Add(part.Value) is { } armed
            ? TypedResults.Created(
                $"{ControlGate.Prefix}/spaces/{space.Hosted.Name}/faults/{armed.Id}", FaultBody.Of(armed))
            : ControlRefusal.TooManyFaults.ToProblem($"At most {ArmedFaults.FaultsMax} are asked at a request.");
    }

    /// <summary>Those of the scenario too; a reset brings them back.</summary>
    internal static NoContent DisarmAll(SpaceOfRoute space)
    {
        space.Space.Faults.Clear();
        return TypedResults.NoContent();
    }

    internal static Results<NoContent, ProblemHttpResult> Disarm(long id, SpaceOfRoute space) =>
        space.Space.Faults.Remove(id)
            ? TypedResults.NoContent()
            : ControlRefusal.FaultUnknown.ToProblem($"No fault has the id {id}.");
}
