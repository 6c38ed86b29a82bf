using CecSim.Scenarios;
using CecSim.Server.Access;
using CecSim.Guarding;
using CecSim.Server.Control.Problems;
using CecSim.Server.Exchanges;
using CecSim.Server.Moments;
using CecSim.Server.Problems;
using CecSim.Server.Spaces;
using CecSim.Server.Listeners;
using CecSim.Simulation.Clock;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Control.Access;

/// <summary>Stands before the control API: lets in who may come, and answers in problems whatever goes wrong.</summary>
internal sealed partial class ControlGate(
    RequestDelegate next,
    CecSimArgs args,
    HostGate hosts,
    WrongKeys wrongKeys,
    SpaceDirectory spaces,
    ControlLedger ledger,
    RefusalLog refusals,
    ILogger<ControlGate> log)
{
    public const string Prefix = "/_cecsim";

    /// <summary>A probe has no key, and learns nothing but that the server is there.</summary>
    private const string Health = Prefix + "/health";

    /// <summary>What may be asked of a space that has failed: to be looked at, and to begin anew.</summary>
    private static readonly string[] OfFailedSpaces = ["/reset", "/journal", "/findings", "/verify", "/explain"];

    private const long BodyBytesMax = 2 * 1024 * 1024;

    // Routing passes over case, so this must too: else another spelling would be another way in.
    public static bool IsBefore(PathString path) =>
        path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext http)
    {
        ControlHeaders.Write(http.Response);
        var problem = Refuse(http);
        if (problem is (ControlRefusal.KeyMissing, _)
            && ControlAccess.IsGuess(ControlCaller.Of(http), args.ControlKey)
            && !await wrongKeys.WaitAsync(http.Connection.RemoteIpAddress, http.RequestAborted))
        {
            problem = (
                ControlRefusal.TooManyWrongKeys, "Answers to wrong keys wait already. A right one never waits.");
        }

        if (problem is null && !HeadAnswers.TryAnswerEndless(http))
        {
            try
            {
                problem = await ByteOrderMark.SkipAsync(http.Request) is { } mark
                    ? (ControlRefusal.BadRequest, $"{mark}.")
                    : await AnswerAsync(http);
            }
            catch (BadHttpRequestException e)
            {
                problem = ProblemOf(http, e);
            }
            catch (SpaceFailedException e)
            {
                problem = (ControlRefusal.SpaceFailed, e.Message);
            }
            catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
            {
                LogBug(log, e, http.Request.Method, http.Request.Path);
                problem = (ControlRefusal.Bug, "Its log says more.");
            }
        }

        if (problem is var (refusal, detail) && !http.Response.HasStarted)
        {
            ControlHeaders.WriteFor(refusal, http.Response);
            refusals.Tell(http, refusal.ToProblem(detail));
            await refusal.ToProblem(detail).ExecuteAsync(http);
        }
    }

    private async Task<(ControlRefusal, string)?> AnswerAsync(HttpContext http)
    {
        // Not before its first bytes were looked at: what a reader of a wrapped body holds back, the next one misses.
        if (http.Request.ContentLength is null)
        {
            http.Request.Body = new BoundedBody(http.Request.Body, BytesMaxOf(http.Request));
        }

        await ledger.AnswerAsync(http, next);
        return HeadAnswers.TryAnswerOptions(http) ? null : Unanswered(http);
    }

    private (ControlRefusal, string)? Refuse(HttpContext http)
    {
        var request = http.Request;
        if (hosts.Refuse(http) is { } why)
        {
            return (ControlRefusal.HostForeign, $"{why}.");
        }

        var caller = ControlCaller.Of(http);
        if (ControlAccess.CheckSite(caller) is { } foreign)
        {
            return foreign;
        }

        if (!request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase)
            && ControlAccess.CheckKey(caller, args.ControlKey) is { } refused)
        {
            return refused;
        }

        if (request.ContentLength > BytesMaxOf(request))
        {
            return (ControlRefusal.BodyTooLarge, $"At most {BytesMaxOf(request)} bytes are taken.");
        }

        if (ContentCodings.WhyRefused(request) is { } coded)
        {
            return (ControlRefusal.ContentCoded, $"{coded}.");
        }

        if (http.GetRouteValue("spaceName") is string name)
        {
            if (spaces.Find(name) is not { } space)
            {
                var meant = ScenarioParts.Nearest(name, spaces.Hosted.Select(s => s.Name));
                return (
                    ControlRefusal.SpaceUnknown,
                    $"No space is called {name}{(meant is null ? "." : $"; did you mean '{meant}'?")}");
            }

            if (space.Space.Failure is { } failure && Changes(request))
            {
                return (ControlRefusal.SpaceFailed, failure.Why);
            }

            http.Features.Set(new SpaceOfRoute(space));
        }

        return null;
    }

    // What is exported can be imported.
    private static long BytesMaxOf(HttpRequest request) =>
        request.Path.StartsWithSegments(Prefix + "/import", StringComparison.OrdinalIgnoreCase)
            ? Moment.BytesMax
            : BodyBytesMax;

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsDelete(request.Method)
        && !OfFailedSpaces.Any(p => request.Path.Value!.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static (ControlRefusal, string)? Unanswered(HttpContext http) => http.Response switch
    {
        { HasStarted: true } => null,
        { StatusCode: StatusCodes.Status404NotFound } => (ControlRefusal.RouteUnknown, $"{http.Request.Path}"),
        { StatusCode: StatusCodes.Status405MethodNotAllowed } =>
            (ControlRefusal.MethodNotAllowed, $"{http.Request.Path} takes {http.Response.Headers.Allow}."),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            (ControlRefusal.NotJson, "Send Content-Type: application/json."),
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            (ControlRefusal.BodyTooLarge, $"At most {BytesMaxOf(http.Request)} bytes are taken."),
        { StatusCode: StatusCodes.Status400BadRequest } => (ControlRefusal.BadRequest, "A part of it does not fit."),
        _ => null,
    };

    private static (ControlRefusal, string) ProblemOf(
        HttpContext http, BadHttpRequestException e) => e.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge =>
            (ControlRefusal.BodyTooLarge, $"At most {BytesMaxOf(http.Request)} bytes are taken."),
        StatusCodes.Status415UnsupportedMediaType => (ControlRefusal.NotJson, e.Message),
        _ when e.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            (ControlRefusal.BadRequest,
                "It takes a body of JSON, and none came; /_cecsim/openapi/control.json has its form."),
        _ => (ControlRefusal.BadRequest, BindingMistake.TextOf(e)),
    };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed inside CecSim: this is a bug.")]
    private static partial void LogBug(ILogger log, Exception e, string method, PathString path);
}
