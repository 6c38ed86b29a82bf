using CecSim.Control.Contracts;
using CecSim.Server.Gateway;

namespace CecSim.Server.Control.Calls;

/// <summary>Calls: to look at, and to push events to.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder space)
    {
        space.MapGet("/calls", List).WithSummary("List the calls that live and the last that ended");
        space.MapGet("/calls/{id:long}/media", Media).WithSummary("Tell what the gateway heard and saw of a call")
            .Refuses(ProblemCode.CallUnknown, ProblemCode.NoMedia);
        space.MapPost("/calls/{id:long}/events", Push).WithSummary("Let an event come to a call")
            .Refuses(ProblemCode.CallUnknown, ProblemCode.CallOver);
    }

    internal static Ok<CallList> List(SpaceOfRoute space) =>
        TypedResults.Ok(new CallList([.. space.Space.Calls.View.Select(CallMapping.ToContract)]));

    internal static Results<Ok<CallMedia>, ProblemHttpResult> Media(long id, SpaceOfRoute space)
    {
        if (space.Space.Calls.View.FirstOrDefault(c => c.Id == id) is not { } call)
        {
            return ProblemCode.CallUnknown.ToProblem("It never was, or ended long ago.");
        }

        return call.Leg is GatewayCall leg
            ? TypedResults.Ok(leg.Report().ToContract(call.Id, call.Refusals, leg.Recording?.Report()))
            : ProblemCode.NoMedia.ToProblem(
                call.Refusals is [.., var last]
                    ? $"Its {last.Method} was refused with {last.Status}: {last.Why}"
                    : "No INVITE has come for it.");
    }

    internal static Results<NoContent, ProblemHttpResult> Push(long id, EventPush body, SpaceOfRoute space)
    {
        var (pushed, problem) = HandEvents.Read(body.Event, body.ResultDesc);
        return (problem ?? HandEvents.ProblemOf(space.Space.Calls.Push(id, pushed!))) is { } refused
            ? refused
            : TypedResults.NoContent();
    }
}
