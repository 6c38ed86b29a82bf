using CecSim.Control.Contracts;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>Faults at run time, in the words of a scenario.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder space)
    {
        space.MapGet("/faults", List).WithSummary("List the faults and what they have struck");
        space.MapPost("/faults", Arm).WithSummary("Arm a fault, in the words of a scenario")
            .Refuses(ProblemCode.TooManyFaults);
        space.MapDelete("/faults", DisarmAll).WithSummary("Disarm all faults");
        space.MapDelete("/faults/{id:long}", Disarm).WithSummary("Disarm a fault").Refuses(ProblemCode.FaultUnknown);
    }

    internal static Ok<FaultList> List(SpaceOfRoute space) =>
        TypedResults.Ok(new FaultList([.. space.Space.Faults.View.Select(FaultMapping.ToContract)]));

    internal static Results<Created<ArmedFault>, ProblemHttpResult> Arm(JsonElement body, SpaceOfRoute space)
    {
        var part = ScenarioParts.Fault(body.GetRawText());
        if (part.Value is null)
        {
            return ProblemCode.BadRequest.ToProblem(string.Join("\n", part.Complaints), part.Complaints);
        }

        return space.Space.Faults.Add(part.Value) is { } armed
            ? TypedResults.Created(
                $"{ControlApiMiddleware.Prefix}/spaces/{space.Hosted.Name}/faults/{armed.Id}", armed.ToContract())
            : ProblemCode.TooManyFaults.ToProblem($"At most {ArmedFaults.FaultsMax} are asked at a request.");
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
            : ProblemCode.FaultUnknown.ToProblem($"No fault has the id {id}.");
}
