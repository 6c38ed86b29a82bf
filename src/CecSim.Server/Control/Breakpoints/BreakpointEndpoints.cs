using CecSim.Control.Contracts;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Faults;

using PauseStage = CecSim.Simulation.Breakpoints.PauseStage;

namespace CecSim.Server.Control.Breakpoints;

/// <summary>What stands at a breakpoint: to look at, to let go as it is or changed, to drop.</summary>
internal static class BreakpointEndpoints
{
    private const int ReasonCharsMax = 100;

    public static void MapBreakpoints(this IEndpointRouteBuilder space)
    {
        space.MapGet("/breakpoints", List).WithSummary("List what stands at a breakpoint");
        space.MapPost("/breakpoints/{id}/release", Release)
            .WithSummary("Let go what stands at a breakpoint, as it is or changed")
            .Refuses(ProblemCode.MessageUnknown);
        space.MapDelete("/breakpoints/{id}", Drop).WithSummary("Drop what stands at a breakpoint")
            .Refuses(ProblemCode.MessageUnknown);
    }

    internal static Ok<BreakpointList> List(SpaceOfRoute space)
    {
        var view = space.Space.Faults.Held.View;
        return TypedResults.Ok(
            new BreakpointList([.. view.Held.Select(BreakpointMapping.ToContract)], view.PassedCount));
    }

    internal static Results<NoContent, ProblemHttpResult> Release(string id, MessageRelease? body, SpaceOfRoute space)
    {
        var held = space.Space.Faults.Held;
        if (held.Find(id) is not { Message.Stage: var stage })
        {
            return Unknown(id);
        }

        BreakpointDecision decision = body is null or { Status: null, Body: null, ContentType: null }
            ? new BreakpointDecision.GoOn()
            : new BreakpointDecision.Answer(body.Status, body.Body, body.ContentType);
        if (decision is BreakpointDecision.Answer answer && WhyNot(answer, stage) is { } why)
        {
            return ProblemCode.BadRequest.ToProblem(why);
        }

        return held.Decide(id, decision) ? TypedResults.NoContent() : Unknown(id);
    }

    /// <summary>
    /// The connection of a request is reset, and events in its answer stay; an event never arrives; an INVITE has no
    /// answer.
    /// </summary>
    internal static Results<NoContent, ProblemHttpResult> Drop(string id, SpaceOfRoute space) =>
        space.Space.Faults.Held.Decide(id, new BreakpointDecision.Drop()) ? TypedResults.NoContent() : Unknown(id);

    private static string? WhyNot(BreakpointDecision.Answer answer, PauseStage stage) => (stage, answer) switch
    {
        (PauseStage.Event, _) =>
            "An event is let go as it is, or dropped. To change what a poll answers, set a breakpoint at its answer: " +
            "{\"inject\":{\"pause\":\"answer\"}}.",
        (PauseStage.Invite, { Status: not (>= 300 and <= 699) } or { ContentType: not null }) =>
            "An INVITE is refused with a status, 300 to 699, and a body that is the reason: {\"status\":486}.",
        (PauseStage.Invite, { Body: { } reason }) when reason.Length > ReasonCharsMax || reason.Any(char.IsControl) =>
            $"The reason of an INVITE is one line of up to {ReasonCharsMax} characters.",
        (not PauseStage.Invite, { Status: < 200 or > 599 }) => "A status is 200 to 599.",
        (_, { ContentType: { } type })
            when type.Length > ContentType.CharsMax || !ContentType.Characters.IsMatch(type) =>
            "A content type is of visible ASCII characters, and single spaces between them.",
        _ => null,
    };

    private static ProblemHttpResult Unknown(string id) => ProblemCode.MessageUnknown.ToProblem(
        $"Nothing at a breakpoint is called {id}; it may have been let go, or its client may have hung up.");
}
