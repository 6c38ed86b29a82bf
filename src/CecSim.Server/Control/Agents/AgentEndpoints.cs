using CecSim.Control.Contracts;
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
            { } refusal => ProblemCode.AgentRefuses.ToProblem($"Agent {workNo}, {action}: {TextOf(refusal)}."),
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
        AgentRefusal.QueueOfOtherType =>
            "the queue is of another type than that of the call (CEC 2.5.0 Agent Connection Bar, table 4-2)",
        AgentRefusal.QueueClosed => "nobody of that queue is on duty",
        AgentRefusal.QueueFull => "as many wait in that queue as may",
        AgentRefusal.TargetUnknown => "nobody has that number",
        AgentRefusal.TargetIsSelf => "that is its own number",
        AgentRefusal.TargetSignedOut => "who would get the call is signed out",
        AgentRefusal.TargetBusy => "who would get the call is in another one, or takes none now",
        AgentRefusal.TargetOfOtherType =>
            "who would get the call cannot process its type (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.TargetTakesNoCalls =>
            "a quality checker is given no calls (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.IvrUnknown => "the space has no such IVR flow",
        AgentRefusal.RoleMayNotDecline =>
            "only the role callout may reject a call (CEC 2.5.0 Agent Connection Bar, table 4-4)",
        AgentRefusal.NoSoftphone =>
            "its softphone is not registered, as softphoneRequired demands (CEC 2.5.0 Agent Connection Bar, chapter 7)",
        AgentRefusal.NoChat => "it has no text session with that customer",
    };
}
