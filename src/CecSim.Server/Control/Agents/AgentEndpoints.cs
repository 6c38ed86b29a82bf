using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using CecSim.Simulation.Agents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Agents;

/// <summary>Queues and agents: to look at, and agents to drive by hand.</summary>
internal static class AgentEndpoints
{
    public static void MapAgents(this IEndpointRouteBuilder space)
    {
        space.MapGet("/queues", ListQueues).WithSummary("List the queues and who waits in them");
        space.MapGet("/agents", List).WithSummary("List the agents and what they do");
        space.MapPost("/agents/{workNo:int}/{action}", Act).WithSummary("Let an agent do something");
    }

    internal static Ok<QueuesBody> ListQueues(SpaceOfRoute space) =>
        TypedResults.Ok(new QueuesBody([.. space.Space.Queues.Select(QueueBody.Of)]));

    internal static Ok<AgentsBody> List(SpaceOfRoute space) =>
        TypedResults.Ok(new AgentsBody([.. space.Space.Agents.View.Select(AgentBody.Of)]));

    /// <summary>What a simulated agent was about to do with its call by itself, it does no more.</summary>
    internal static Results<Ok<AgentBody>, ProblemHttpResult> Act(
        int workNo, string action, AgentActionBody? body, SpaceOfRoute space)
    {
        var asked = body ?? new AgentActionBody();
        if (!AgentActions.All.TryGetValue(action, out var act))
        {
            return ControlRefusal.RouteUnknown.ToProblem(
                $"'{action}' is none of {string.Join(", ", AgentActions.All.Keys)}.");
        }

        if (AgentActions.ComplaintOf(action, asked) is { } complaint)
        {
            return ControlRefusal.BadRequest.ToProblem(complaint);
        }

        return act(space.Space, workNo, asked) switch
        {
            null => TypedResults.Ok(AgentBody.Of(space.Space.Agents.View.First(a => a.WorkNo == workNo))),
            AgentRefusal.Unknown => ControlRefusal.AgentUnknown.ToProblem($"No agent has the work number {workNo}."),
            { } refusal => ControlRefusal.AgentRefuses.ToProblem($"Agent {workNo}, {action}: {TextOf(refusal)}."),
        };
    }

    private static string TextOf(AgentRefusal refusal) => refusal switch
    {
        AgentRefusal.Unknown => "it is unknown",
        AgentRefusal.SignedOut => "it is signed out",
        AgentRefusal.AlreadySignedIn => "it is signed in",
        AgentRefusal.NotIdle => "it is not idle",
        AgentRefusal.InCall => "it is in a call",
        AgentRefusal.NoCallRings => "no call rings",
        AgentRefusal.NoCall => "it has no call that it could do that with",
        AgentRefusal.NotHolding => "it holds no call",
        AgentRefusal.NotBusy => "it is not busy",
        AgentRefusal.NotResting => "it does not rest",
        AgentRefusal.NotWorking => "it does not wrap up",
        AgentRefusal.NotTransferable => "it made the call itself, so no queue can take it over",
        AgentRefusal.QueueUnknown => "there is no such queue",
        AgentRefusal.NoChat => "it has no text session with that customer",
    };
}
