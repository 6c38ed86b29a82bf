using System.Text.Json;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Problems;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Polls;

/// <summary>Held polls as objects: to look at, to answer, to cut off.</summary>
internal static class PollEndpoints
{
    public static void MapPolls(this IEndpointRouteBuilder space)
    {
        space.MapGet("/polls", ListAsync).WithSummary("List the long polls that are held");
        space.MapPost("/polls/{id}/release", Release).WithSummary("Answer a held poll, with an event or without");
        space.MapDelete("/polls/{id}", Cut).WithSummary("Break the connection of a held poll");
    }

    /// <param name="waiting">Answers at the moment when exactly so many requests wait; null to answer at once.</param>
    internal static async Task<Ok<HeldPollsBody>> ListAsync(
        SpaceOfRoute space, int? waiting, CancellationToken aborted)
    {
        if (waiting is { } count)
        {
            await space.Space.Time.WhenWaitingAsync(count, aborted);
        }

        return TypedResults.Ok(new HeldPollsBody([.. space.Space.Polls.All.Select(HeldPollBody.Of)]));
    }

    /// <summary>The empty answer, or an event that the poll then carries like any other.</summary>
    internal static Results<NoContent, ProblemHttpResult> Release(string id, ReleaseBody? body, SpaceOfRoute space)
    {
        if (body?.Event is { } item)
        {
            return space.Space.Polls.Find(id) is { } poll
                ? ReleaseWith(poll, item, body.ResultDesc, space.Space)
                : Unknown(id);
        }

        return space.Space.Polls.Release(id) ? TypedResults.NoContent() : Unknown(id);
    }

    internal static Results<NoContent, ProblemHttpResult> Cut(string id, SpaceOfRoute space) =>
        space.Space.Polls.Cut(id) ? TypedResults.NoContent() : Unknown(id);

    private static Results<NoContent, ProblemHttpResult> ReleaseWith(
        HeldPollView poll, JsonElement item, string? resultDesc, Space space)
    {
        if (poll.Kind == PollKind.ClickToCall)
        {
            var (pushed, problem) = HandEvents.Read(item, resultDesc);
            return (problem ?? HandEvents.ProblemOf(space.Calls.Push(poll.User, pushed!))) is { } refused
                ? refused
                : TypedResults.NoContent();
        }

        if (item.ValueKind != JsonValueKind.String)
        {
            return ControlRefusal.BadRequest.ToProblem("A chat poll is released with a text: {\"event\":\"Hello\"}.");
        }

        space.Chats.Push(poll.User, ChatControl.Chat, ChatSource.System, "system", item.GetString()!);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Unknown(string id) =>
        ControlRefusal.PollUnknown.ToProblem($"No poll {id} is held; its client may have hung up.");
}
