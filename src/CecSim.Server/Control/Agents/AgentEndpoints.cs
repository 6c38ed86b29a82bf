using CecSim.Control.Contracts;
using CecSim.Server.Problems;
using CecSim.Simulation.Agents;

namespace CecSim.Server.Control.Agents;

/// <summary>Queues and agents: to look at, and agents to drive by hand.</summary>
internal static class AgentEndpoints
{
    public static void MapAgents(this IEndpointRouteBuilder space)
    {
        space.MapGet("/queues", ListQueues).WithSummary("List the queues and who waits in them");
        space.MapGet("/agents", List).WithSummary("List the agents and what they do");
        space.MapPost("/agents/{workNo:int}/{action}", Act).WithSummary("Let an agent do something")
            .Refuses(ProblemCode.RouteUnknown, ProblemCode.AgentUnknown, ProblemCode.AgentRefuses);
    }

    internal static Ok<QueueList> ListQueues(SpaceOfRoute space) =>
        TypedResults.Ok(new QueueList([.. space.Space.Queues.Select(QueueMapping.ToContract)]));

    internal static Ok<AgentList> List(SpaceOfRoute space) =>
        TypedResults.Ok(new AgentList([.. space.Space.Agents.View.Select(AgentMapping.ToContract)]));

    /// <summary>What a simulated agent was about to do with its call by itself, it does no more.</summary>
    internal static Results<Ok<AgentDetails>, ProblemHttpResult> Act(
        int workNo, string action, AgentAction? body, SpaceOfRoute space)
    {
        var asked = body ?? new AgentAction();
        if (!AgentActions.All.TryGetValue(action, out var act))
        {
            return ProblemCode.RouteUnknown.ToProblem(
                $"'{action}' is none of {string.Join(", ", AgentActions.All.Keys)}.");
        }

        if (AgentActions.ComplaintOf(action, asked) is { } complaint)
        {
            return ProblemCode.BadRequest.ToProblem(complaint);
        }

        return act(space.Space, workNo, asked) switch
        {
            null => TypedResults.Ok(space.Space.Agents.View.First(a => a.WorkNo == workNo).ToContract()),
            AgentRefusal.Unknown => ProblemCode.AgentUnknown.ToProblem($"No agent has the work number {workNo}."),
            { } refusal => ProblemCode.AgentRefuses.ToProblem(
                $"Agent {workNo}, {action}: {AgentRefusals.TextOf(refusal)}."),
        };
    }
}
