using CecSim.Control.Contracts;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Clock;

/// <summary>A space's time: to read, to stop, to let run, to advance.</summary>
internal static class ClockEndpoints
{
    private const int DueMax = 100;

    private const int HeldTold = 5;

    public static void MapClock(this IEndpointRouteBuilder space)
    {
        space.MapGet("/clock", Read).WithSummary("Read the time of a space");
        space.MapGet("/clock/due", ListDue).WithSummary("List what is due next in a space");
        space.MapPost("/clock", ChangeAsync).WithSummary("Stop the time of a space, let it run, or advance it")
            .Refuses(ProblemCode.ClockEnds, ProblemCode.TimeStands);
    }

    internal static Ok<ClockState> Read(SpaceOfRoute space) => TypedResults.Ok(space.Space.Time.View.ToContract());

    internal static Ok<DueList> ListDue(SpaceOfRoute space) => TypedResults.Ok(
        new DueList([.. space.Space.Time.NextDue(DueMax).Select(d => new DueItem(d.At, d.What))]));

    /// <summary>Answers an advance when all that was due has happened and every answer is written.</summary>
    internal static async Task<Results<Ok<ClockState>, ProblemHttpResult>> ChangeAsync(
        ClockChange body, SpaceOfRoute space, CancellationToken aborted)
    {
        var time = space.Space.Time;
        if (ChangeOf(body) is not { } change)
        {
            return ProblemCode.BadRequest.ToProblem(
                "Send one of {\"mode\":\"frozen\"}, {\"mode\":\"running\",\"rate\":60}, {\"advance\":\"PT10M\"} " +
                "and {\"advanceTo\":\"next\"}.");
        }

        if (WhyNot(body, time) is { } why)
        {
            return why;
        }

        if (!await change(time, aborted))
        {
            return ProblemCode.TimeStands.ToProblem(WhyItStands(space.Space));
        }

        return TypedResults.Ok(time.View.ToContract());
    }

    // Another may move it in between: then time stands still at its end.
    private static ProblemHttpResult? WhyNot(ClockChange body, SpaceScheduler time)
    {
        if (body.Rate is { } rate && ClockSettings.WhyNoRate(rate) is { } why)
        {
            return ProblemCode.BadRequest.ToProblem(why);
        }

        var clock = time.View;
        var goesTo = body switch
        {
            { Advance: { } text } when ClockJson.Duration(text) is { } by => clock.Now + by,
            { AdvanceTo: not null } => clock.NextDue,
            _ => null,
        };
        return goesTo > ClockSettings.Latest
            ? ProblemCode.ClockEnds.ToProblem(
                $"It would be {goesTo?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. A space's time ends at " +
                $"{ClockSettings.Latest:yyyy-MM-dd'T'HH:mm:ss'Z'}, and here it is " +
                $"{clock.Now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.")
            : null;
    }

    private static string WhyItStands(Space space)
    {
        var held = space.Faults.Held.View.Held;
        var ids = string.Join(", ", held.Take(HeldTold).Select(h => h.Id)) + (held.Count > HeldTold ? " and more" : "");
        return $"It is {space.Time.View.Now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}, and what stands at a " +
            $"breakpoint is {ids}: let it go first, with POST breakpoints/{{id}}/release, or let time run.";
    }

    private static Func<SpaceScheduler, CancellationToken, Task<bool>>? ChangeOf(ClockChange body) => body switch
    {
        { Mode: ClockMode.Frozen, Rate: null, Advance: null, AdvanceTo: null } => static (time, _) =>
        {
            time.Freeze();
            return Task.FromResult(true);
        },
        { Mode: ClockMode.Running, Advance: null, AdvanceTo: null } =>
            (time, _) =>
            {
                time.Run(body.Rate ?? 1);
                return Task.FromResult(true);
            },
        { Mode: null, Rate: null, Advance: { } text, AdvanceTo: null } when ClockJson.Duration(text) is { } by =>
            (time, aborted) => time.AdvanceAsync(by, aborted),
        { Mode: null, Rate: null, Advance: null, AdvanceTo: ClockTarget.Next } =>
            static (time, aborted) => time.AdvanceToNextAsync(aborted),
        _ => null,
    };
}
