using System.Globalization;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Snapshots;

/// <summary>Writes down what the control API changes in a space.</summary>
internal sealed class ControlCommands(ExchangeOptions options)
{
    // Time stands in each step, and with a reset the log is another one.
    private static readonly string[] NoChange =
        ["/reset", "/replay", "/clock", "/journal", "/findings", "/verify", "/explain"];

    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<SpaceOfRoute>() is not { } space || PatternOf(http) is not { } pattern
            || space.Space.Commands is not { HasGap: false } log)
        {
            await next(http);
            return;
        }

        // The gate has bounded it; a file beside it would need a folder that can be written to.
        http.Request.EnableBuffering(bufferThreshold: int.MaxValue);
        var changed = space.Space;
        var at = changed.Time.ReadNow();
        await next(http);
        if (http.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            http.Request.Body.Position = 0;
            using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
            log.Add(new RecordedCommand(CommandKind.Control, at)
            {
                Method = http.Request.Method,
                Path = pattern,
                Values = http.Request.RouteValues.ToDictionary(
                    v => v.Key, v => Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? ""),
                Body = await reader.ReadToEndAsync(http.RequestAborted) is { Length: > 0 } body ? body : null,
            });
        }
    }

    /// <returns>Null for what changes nothing that stands in the log.</returns>
    private string? PatternOf(HttpContext http)
    {
        if (!options.KeepsCommands || HttpMethods.IsGet(http.Request.Method)
            || (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } pattern
            || pattern.EndsWith("/spaces/{spaceName}", StringComparison.Ordinal))
        {
            return null;
        }

        return NoChange.Any(c => pattern.Contains(c, StringComparison.Ordinal)) ? null : pattern;
    }
}
