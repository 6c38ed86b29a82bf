using System.Globalization;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Clock;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Journal;
using CecSim.Simulation.Polls;

using JournalEntry = CecSim.Simulation.Journal.JournalEntry;
using PollKind = CecSim.Simulation.Polls.PollKind;

namespace CecSim.Server.Control.Polls;

/// <summary>Held polls as objects: to look at, to answer, to cut off.</summary>
internal static class PollEndpoints
{
    private static readonly TimeSpan WithinByDefault = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan WithinMax = TimeSpan.FromHours(1);

    private const int LastRequestsMax = 5;

    public static void MapPolls(this IEndpointRouteBuilder space)
    {
        space.MapGet("/polls", ListAsync).WithSummary("List the long polls that are held")
            .Refuses(ProblemCode.NotWaiting);
        space.MapPost("/polls/{id}/release", Release).WithSummary("Answer a held poll, with an event or without")
            .Refuses(ProblemCode.PollUnknown, ProblemCode.NoCall, ProblemCode.CallOver);
        space.MapDelete("/polls/{id}", Cut).WithSummary("Break the connection of a held poll")
            .Refuses(ProblemCode.PollUnknown);
    }

    /// <param name="waiting">Answers at the moment when exactly so many requests wait; null to answer at once.</param>
    /// <param name="within">How long to wait for that at most, in real time, as in <c>10s</c>.</param>
    /// <param name="text">Only polls whose id or user has it in it.</param>
    /// <param name="limit">So many at most, the oldest; null for all.</param>
    internal static async Task<Results<Ok<PollList>, ProblemHttpResult>> ListAsync(
        SpaceOfRoute space,
        int? waiting,
        string? within,
        string? text,
        int? limit,
        TimeProvider real,
        CancellationToken aborted)
    {
        if (limit < 0)
        {
            return ProblemCode.BadRequest.ToProblem($"limit is how many are told, 0 or more, not {limit}.");
        }

        if (waiting < 0)
        {
            return ProblemCode.BadRequest.ToProblem($"waiting is how many requests wait, 0 or more, not {waiting}.");
        }

        var longest = within is null ? WithinByDefault : ClockJson.Duration(within);
        if (longest is not { } known || known <= TimeSpan.Zero || known > WithinMax)
        {
            return ProblemCode.BadRequest.ToProblem("within is a time as in 10s or PT1M, an hour at most.");
        }

        if (waiting is { } count)
        {
            // Cancelled, and not only left: a wait that nobody waits for would stay with the space.
            using var limited = new CancellationTokenSource(known, real);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, aborted);
            try
            {
                await space.Space.Time.WhenWaitingAsync(count, ends.Token);
            }
            catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
            {
                return ProblemCode.NotWaiting.ToProblem(WhatCameInstead(space.Space, count, known));
            }
        }

        var (polls, total) = space.Space.Polls.First(limit ?? int.MaxValue, text);
        return TypedResults.Ok(new PollList([.. polls.Select(PollMapping.ToContract)], total));
    }

    // Whoever waits for a poll that never comes wants to know what its client did instead.
    private static string WhatCameInstead(Space space, int count, TimeSpan limit)
    {
        var requests = space.Journal.Read().Entries.TakeLast(LastRequestsMax)
            .Select(e => $"{e.Method} {e.Path} {(e.Status == JournalEntry.NoAnswer ? "not answered" : e.Status)} "
                + $"{e.ResultCode}".TrimEnd())
            .ToList();
        var last = requests.Count == 0
            ? "The journal has no request of this space."
            : $"The last that came: {string.Join("; ", requests)}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"After {limit.TotalSeconds} s {space.Time.WaitingCount} requests wait, not {count}. {last}");
    }

    /// <summary>The empty answer, or an event that the poll then carries like any other.</summary>
    internal static Results<NoContent, ProblemHttpResult> Release(string id, PollRelease? body, SpaceOfRoute space)
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
            return ProblemCode.BadRequest.ToProblem("A chat poll is released with a text: {\"event\":\"Hello\"}.");
        }

        space.Chats.Push(poll.User, ChatControl.Chat, ChatSource.System, "system", item.GetString()!);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Unknown(string id) =>
        ProblemCode.PollUnknown.ToProblem($"No poll {id} is held; its client may have hung up.");
}
