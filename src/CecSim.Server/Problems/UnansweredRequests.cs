using CecSim.Server.Exchanges;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Problems;

/// <summary>
/// What no handler answered: unknown routes, wrong methods, broken bodies and our own bugs. In the vendor's shape,
/// never a stack trace.
/// </summary>
internal sealed partial class UnansweredRequests(
    RequestDelegate next, SpaceDirectory spaces, ExchangeOptions options, ILogger<UnansweredRequests> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e)
        {
            Restart(http, e.StatusCode);
        }
        catch (Exception e)
        {
            LogBug(log, e, http.Request.Method, http.Request.Path);
            Restart(http, StatusCodes.Status500InternalServerError);
        }

        if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentLength: null })
        {
            await AnswerAsync(http);
        }
    }

    // Half an answer must not pass for a whole one: what was sent already ends with the connection.
    private static void Restart(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }

    private Task AnswerAsync(HttpContext http)
    {
        var detail = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => $"No CEC interface is known at {http.Request.Path}.",
            StatusCodes.Status405MethodNotAllowed =>
                $"{http.Request.Path} takes {http.Response.Headers.Allow}, not {http.Request.Method}.",
            _ => null,
        };
        var route = new VendorRoute(default, http.Request.Method, http.Request.Path, _ => Task.CompletedTask);
        return new VendorExchange(http, route, spaces.First, options)
            .RefuseAsync(GenericStatuses.ToAnswer(http.Response.StatusCode, detail));
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed inside CecSim: this is a bug.")]
    private static partial void LogBug(ILogger log, Exception e, string method, PathString path);
}
