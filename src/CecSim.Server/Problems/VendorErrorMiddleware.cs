using CecSim.Guarding;
using CecSim.Server.Cors;
using CecSim.Server.Recording;

namespace CecSim.Server.Problems;

/// <summary>
/// What no handler answered: unknown routes, wrong methods, broken bodies and our own bugs. In the vendor's shape,
/// never a stack trace.
/// </summary>
internal sealed class VendorErrorMiddleware(
    RequestDelegate next,
    CecSimArgs args,
    Recorder recorder,
    SpaceDirectory spaces,
    ExchangeOptions options,
    CrossOriginAccess cors,
    Guard guard)
{
    // Recording ends here too, when all answers are out: a middleware of its own would cost each held poll another
    // state of an asynchronous method.
    public async Task InvokeAsync(HttpContext http)
    {
        var recording = args.Journal ? recorder.Begin(http) : null;
        try
        {
            try
            {
                await next(http);
            }
            catch (Exception e) when (RequestBug.IsConnectionLost(http, e))
            {
                return;
            }
            catch (Exception e)
            {
                Restart(http, StatusOf(http, e));
            }

            if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentLength: null })
            {
                await AnswerAsync(http);
            }
        }
        finally
        {
            if (recording is not null)
            {
                End(recording, http);
            }
        }
    }

    // The request has its answer: what the journal makes of it is the space's.
    private void End(RecordedRequest recording, HttpContext http)
    {
        try
        {
            recording.End();
        }
        catch (Exception e)
        {
            guard.Report("record of a request", e, why => recorder.SpaceOf(http)?.Fail(why));
        }
    }

    private int StatusOf(HttpContext http, Exception e)
    {
        if (e is BadHttpRequestException { StatusCode: var status })
        {
            return status;
        }

        if (RequestBug.IsNew(http, e))
        {
            RequestBug.Report(http, guard, "request", e, space: null);
        }

        return StatusCodes.Status500InternalServerError;
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
        if (http.Response.StatusCode == StatusCodes.Status404NotFound && CrossOriginAccess.IsPreflight(http.Request))
        {
            return cors.AnswerPreflightAsync(http, methods: null);
        }

        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            && HttpMethods.IsOptions(http.Request.Method) && !CrossOriginAccess.IsPreflight(http.Request))
        {
            http.Response.Headers.Allow = $"{http.Response.Headers.Allow}, OPTIONS";
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        cors.Allow(http, recorder.SpaceOf(http));
        var detail = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => $"No CEC interface is known at {http.Request.Path}.",
            StatusCodes.Status405MethodNotAllowed =>
                $"{http.Request.Path} takes {http.Response.Headers.Allow}, not {http.Request.Method}.",
            _ => null,
        };
        var route = VendorRoute.ToNone(http.Request);
        var exchange = new VendorExchange(http, route, spaces.First, options);
        if (RequestBug.Of(http) is { Failure.Why: var why })
        {
            exchange.TellBug(why);
        }

        return exchange.RefuseAsync(GenericStatuses.ToAnswer(http.Response.StatusCode, detail));
    }
}
