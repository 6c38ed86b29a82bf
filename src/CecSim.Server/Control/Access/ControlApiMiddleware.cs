using CecSim.Control.Contracts;
using CecSim.Guarding;
using CecSim.Server.Access;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Clock;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Control.Access;

/// <summary>Stands before the control API: lets in who may come, and answers in problems whatever goes wrong.</summary>
internal sealed class ControlApiMiddleware(
    RequestDelegate next,
    CecSimArgs args,
    HostGate hosts,
    WrongKeys wrongKeys,
    SpaceDirectory spaces,
    ControlCommands commands,
    RefusalLog refusals,
    Guard guard)
{
    public const string Prefix = "/_cecsim";

    /// <summary>What it answers with before a route is asked, whichever that is.</summary>
    public static readonly ProblemCode[] Refusals =
    [
        ProblemCode.BadRequest, ProblemCode.KeyMissing, ProblemCode.HostForeign, ProblemCode.OriginForeign,
        ProblemCode.BodyTooLarge, ProblemCode.NotJson, ProblemCode.ContentCoded, ProblemCode.TooManyWrongKeys,
        ProblemCode.CannotBeKept, ProblemCode.Bug,
    ];

    /// <summary>A probe has no key, and learns nothing but that the server is there.</summary>
    private const string Health = Prefix + "/health";

    /// <summary>What only looks at a space, though a question may need a body.</summary>
    private static readonly string[] Looks = ["/journal", "/findings", "/verify", "/explain"];

    /// <summary>What may be asked of a space that has failed: to be looked at, and to begin anew.</summary>
    private static readonly string[] OfFailedSpaces = ["/reset", .. Looks];

    private const long BodyBytesMax = 2 * 1024 * 1024;

    // Routing passes over case, so this must too: else another spelling would be another way in.
    public static bool IsBefore(PathString path) =>
        path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext http)
    {
        ControlHeaders.Write(http.Response);
        var problem = Refuse(http);
        if (problem is (ProblemCode.KeyMissing, _)
            && ControlAuthorization.IsGuess(ControlCaller.Of(http), args.ControlKey)
            && !await wrongKeys.WaitAsync(http.Connection.RemoteIpAddress, http.RequestAborted))
        {
            problem = (
                ProblemCode.TooManyWrongKeys, "Answers to wrong keys wait already. A right one never waits.");
        }

        if (problem is null && !HeadAnswers.TryAnswerEndless(http))
        {
            try
            {
                problem = await ByteOrderMark.SkipAsync(http.Request) is { } mark
                    ? (ProblemCode.BadRequest, $"{mark}.")
                    : await AnswerAsync(http);
            }
            catch (BadHttpRequestException e)
            {
                problem = ProblemOf(http, e);
            }
            catch (SpaceFailedException e)
            {
                problem = (ProblemCode.SpaceFailed, e.Message);
            }
            catch (Exception e) when (!RequestBug.IsConnectionLost(http, e))
            {
                problem = (ProblemCode.Bug, Report(http, e).Why);
            }
        }

        if (problem is var (refusal, detail) && !http.Response.HasStarted)
        {
            ControlHeaders.WriteFor(refusal, http.Response);
            if (refusal == ProblemCode.Bug)
            {
                refusals.WriteHeader(http, detail);
            }
            else
            {
                refusals.Tell(http, refusal.ToProblem(detail));
            }

            await refusal.ToProblem(detail).ExecuteAsync(http);
        }
    }

    // A space that was only looked at stands as it stood; one that was to change may have changed by half.
    private Failure Report(HttpContext http, Exception e)
    {
        var isChanged = !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method)
            && !IsAbout(http.Request, Looks);
        return RequestBug.Report(
            http,
            guard,
            $"control request '{(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}'",
            e,
            isChanged ? http.Features.Get<SpaceOfRoute>()?.Space : null);
    }

    private static bool IsAbout(HttpRequest request, string[] parts) =>
        parts.Any(p => request.Path.Value!.Contains(p, StringComparison.OrdinalIgnoreCase));

    private async Task<(ProblemCode, string)?> AnswerAsync(HttpContext http)
    {
        // Not before its first bytes were looked at: what a reader of a wrapped body holds back, the next one misses.
        if (http.Request.ContentLength is null)
        {
            http.Request.Body = new BoundedBody(http.Request.Body, BytesMaxOf(http.Request));
        }

        if (await commands.AnswerAsync(http, next) is { } refused)
        {
            return refused;
        }

        return HeadAnswers.TryAnswerOptions(http) ? null : Unanswered(http);
    }

    private (ProblemCode, string)? Refuse(HttpContext http)
    {
        var request = http.Request;
        if (hosts.Refuse(http) is { } why)
        {
            return (ProblemCode.HostForeign, $"{why}.");
        }

        var caller = ControlCaller.Of(http);
        if (ControlAuthorization.CheckSite(caller) is { } foreign)
        {
            return foreign;
        }

        if (!request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase)
            && ControlAuthorization.CheckKey(caller, args.ControlKey) is { } refused)
        {
            return refused;
        }

        if (request.ContentLength > BytesMaxOf(request))
        {
            return (ProblemCode.BodyTooLarge, $"At most {BytesMaxOf(request)} bytes are taken.");
        }

        if (ContentCodings.WhyRefused(request) is { } coded)
        {
            return (ProblemCode.ContentCoded, $"{coded}.");
        }

        if (http.GetRouteValue("spaceName") is string name)
        {
            if (spaces.Find(name) is not { } space)
            {
                var meant = ScenarioParts.Nearest(name, spaces.Hosted.Select(s => s.Name));
                return (
                    ProblemCode.SpaceUnknown,
                    $"No space is called {name}{(meant is null ? "." : $"; did you mean '{meant}'?")}");
            }

            if (space.Space.Failure is { } failure && Changes(request))
            {
                return (ProblemCode.SpaceFailed, failure.Why);
            }

            http.Features.Set(new SpaceOfRoute(space));
        }

        return null;
    }

    // What is exported can be imported.
    private static long BytesMaxOf(HttpRequest request) =>
        request.Path.StartsWithSegments(Prefix + "/import", StringComparison.OrdinalIgnoreCase)
            ? SpaceSnapshot.BytesMax
            : BodyBytesMax;

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsDelete(request.Method)
        && !IsAbout(request, OfFailedSpaces);

    private static (ProblemCode, string)? Unanswered(HttpContext http) => http.Response switch
    {
        { HasStarted: true } => null,
        { StatusCode: StatusCodes.Status404NotFound } => (ProblemCode.RouteUnknown, $"{http.Request.Path}"),
        { StatusCode: StatusCodes.Status405MethodNotAllowed } =>
            (ProblemCode.MethodNotAllowed, $"{http.Request.Path} takes {http.Response.Headers.Allow}."),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            (ProblemCode.NotJson, "Send Content-Type: application/json."),
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            (ProblemCode.BodyTooLarge, $"At most {BytesMaxOf(http.Request)} bytes are taken."),
        { StatusCode: StatusCodes.Status400BadRequest } => (ProblemCode.BadRequest, "A part of it does not fit."),
        _ => null,
    };

    private static (ProblemCode, string) ProblemOf(
        HttpContext http, BadHttpRequestException e) => e.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge =>
            (ProblemCode.BodyTooLarge, $"At most {BytesMaxOf(http.Request)} bytes are taken."),
        StatusCodes.Status415UnsupportedMediaType => (ProblemCode.NotJson, e.Message),
        _ when e.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            (ProblemCode.BadRequest,
                "It takes a body of JSON, and none came; /_cecsim/openapi/control.json has its form."),
        _ => (ProblemCode.BadRequest, BindingMistake.TextOf(e)),
    };
}
