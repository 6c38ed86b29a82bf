using System.Globalization;
using CecSim.Control.Contracts;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Snapshots;

/// <summary>Writes down what the control API changes in a space.</summary>
internal sealed class ControlCommands(ExchangeOptions options)
{
    // Time stands in each command, and a reset tells of itself.
    private static readonly string[] NoChange =
        ["/reset", "/replay", "/clock", "/journal", "/findings", "/verify", "/explain"];

    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<(ProblemCode, string)?> AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<SpaceOfRoute>() is not { } space
            || (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } pattern)
        {
            await next(http);
            return null;
        }

        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (space.Hosted.Log is not { } kept)
        {
            await (isRead || !options.KeepsCommands || space.Space.Commands.HasGap || !IsCommand(pattern)
                ? next(http)
                : AddAsync(http, next, space.Space, pattern, turn: null));
            return null;
        }

        if (!isRead && kept.WhyFull is { } why)
        {
            return (ProblemCode.CannotBeKept, why);
        }

        // What anybody is told cannot be lost any more.
        http.Response.OnStarting(() => kept.WhenKeptAsync().AsTask());
        await (isRead ? next(http)
            : pattern.Contains("/clock", StringComparison.Ordinal) ? MoveAsync(http, next, space.Space)
            : IsCommand(pattern) ? TakeTurnAsync(http, next, space.Space, pattern)
            : next(http));
        return null;
    }

    private static bool IsCommand(string pattern) =>
        !pattern.EndsWith("/spaces/{spaceName}", StringComparison.Ordinal)
        && !NoChange.Any(c => pattern.Contains(c, StringComparison.Ordinal));

    private static async Task TakeTurnAsync(HttpContext http, RequestDelegate next, Space changed, string pattern)
    {
        var turn = await changed.Time.TakeTurnAsync(http.RequestAborted);
        try
        {
            await AddAsync(http, next, changed, pattern, turn);
        }
        finally
        {
            turn.End();
        }
    }

    /// <param name="turn">Ends when it is written down, before its answer leaves; null without one.</param>
    private static async Task AddAsync(
        HttpContext http, RequestDelegate next, Space changed, string pattern, CommandTurn? turn)
    {
        // The gate has bounded it; a file beside it would need a folder that can be written to.
        http.Request.EnableBuffering(bufferThreshold: int.MaxValue);
        var at = changed.Time.ReadNow();
        var isAdded = false;
        if (turn is not null)
        {
            http.Response.OnStarting(AddOnceAsync);
        }

        await next(http);
        await AddOnceAsync();

        async Task AddOnceAsync()
        {
            if (!isAdded && http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                isAdded = true;
                await AddAsync(http, changed, pattern, at);
            }

            turn?.End();
        }
    }

    private static async Task AddAsync(HttpContext http, Space changed, string pattern, DateTimeOffset at)
    {
        http.Request.Body.Position = 0;
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        changed.Commands.Add(new RecordedCommand(CommandKind.Control, at)
        {
            Method = http.Request.Method,
            Path = pattern,
            Values = http.Request.RouteValues.ToDictionary(
                v => v.Key, v => Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? ""),
            Body = await reader.ReadToEndAsync(http.RequestAborted) is { Length: > 0 } body ? body : null,
        });
    }

    // Requests that were delayed go on meanwhile, so it has no turn.
    private static async Task MoveAsync(HttpContext http, RequestDelegate next, Space moved)
    {
        var isAdded = false;
        http.Response.OnStarting(AddOnce);
        await next(http);
        await AddOnce();

        Task AddOnce()
        {
            if (!isAdded && http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                isAdded = true;
                moved.Commands.AddClock();
            }

            return Task.CompletedTask;
        }
    }
}
