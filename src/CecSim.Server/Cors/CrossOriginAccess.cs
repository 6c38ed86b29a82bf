using CecSim.Server.Recording;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Cors;

/// <summary>
/// The CORS protocol (Fetch, 3.3) for CEC's API: pages of every origin may call it and read the answers, unless the
/// space says otherwise. No cookie counts there, so none is asked for.
/// </summary>
internal sealed class CrossOriginAccess(SpaceDirectory spaces, ExchangeOptions options)
{
    public const string RequestPrivateNetwork = "Access-Control-Request-Private-Network";
    public const string AllowPrivateNetwork = "Access-Control-Allow-Private-Network";
    private const int OriginCharsMax = 300;

    // What a page may read of an answer beside its body and what Fetch lets through anyway.
    private static readonly string Exposed = string.Join(", ", CecHeaders.MessagingToken, HeaderNames.RetryAfter);
    private static readonly string ExposedWithOurs = string.Join(
        ", ", Exposed, CecHeaders.Id, Basis.Header, CecHeaders.Why);

    private readonly PageOrigins _pages = new();

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method)
        && request.Headers.Origin.Count > 0
        && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>Lets the page that a request came from read its answer, if the space does.</summary>
    /// <param name="space">Null when the request belongs to none.</param>
    public void Allow(HttpContext http, Space? space)
    {
        if (OriginOf(http.Request) is { } origin && MayCall(origin, space))
        {
            Write(http.Response, origin);
        }
    }

    /// <summary>The same for a request that has come to its space; a preflight before it belongs there too.</summary>
    public void Meet(HttpContext http, Space? space)
    {
        if (OriginOf(http.Request) is not { } origin)
        {
            return;
        }

        if (MayCall(origin, space))
        {
            Write(http.Response, origin);
        }

        if (space is not null)
        {
            _pages.Met(origin, space, http.Request.Method, http.Request.Path);
        }
    }

    /// <summary>Answers a browser that asks whether a page may send what it wants to.</summary>
    /// <param name="methods">
    /// Those of the path; null where there is no such path, so that the page gets to read that.
    /// </param>
    public async Task AnswerPreflightAsync(HttpContext http, IReadOnlyList<string>? methods)
    {
        var request = http.Request;
        var method = request.Headers.AccessControlRequestMethod.ToString();
        var origin = OriginOf(request);
        var space = SpaceOfPage(origin);
        var route = VendorRoute.ToNone(request);
        var exchange = new VendorExchange(http, route, space ?? spaces.First, options);
        exchange.Recording?.BelongsTo(space);
        if (origin is null || !CrossOriginHeaders.IsToken(method) || !MayCall(origin, space))
        {
            http.Response.Headers.Allow = string.Join(", ", methods ?? []);
            await exchange.RefuseAsync(
                GenericStatuses.ToAnswer(StatusCodes.Status405MethodNotAllowed), WhyNot(request, method, origin));
            return;
        }

        Write(http.Response, origin);
        http.Response.Headers.AccessControlAllowMethods = methods is null ? method : string.Join(", ", methods);
        var headers = CrossOriginHeaders.AllowedBy(CandidatesFor(origin, space));
        http.Response.Headers.AccessControlAllowHeaders = string.Join(", ", headers);
        if (request.Headers.ContainsKey(RequestPrivateNetwork))
        {
            http.Response.Headers[AllowPrivateNetwork] = "true";
        }

        BlameForeseen(exchange.Recording, request, method, methods, headers);
        await exchange.AnswerEmptyAsync(Basis.Inferred);
        if (space is null && exchange.Recording?.Draft is { } draft)
        {
            _pages.Asked(origin, method, request.Path, draft);
        }
    }

    // A value that cannot stand in a header of ours, or is more than one, is nobody's origin.
    private static string? OriginOf(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 and <= OriginCharsMax } origin]
        && !origin.AsSpan().ContainsAnyExceptInRange('!', '~') && !origin.Contains(',')
            ? origin
            : null;

    private bool MayCall(string origin, Space? space) => CandidatesFor(origin, space).Any(s => s.Settings.Cors);

    // A preflight carries no app key. Of several spaces it is meant for one that the page has called so far, or any.
    private IReadOnlyList<Space> CandidatesFor(string origin, Space? space)
    {
        if (space is not null)
        {
            return [space];
        }

        var called = _pages.SpacesOf(origin).Select(spaces.FindByAppKey).OfType<Space>().ToList();
        return called.Count > 0 ? called : spaces.All is { Count: > 0 } all ? all : [spaces.First];
    }

    private Space? SpaceOfPage(string? origin) =>
        spaces.Only ?? (origin is not null
            && _pages.SpacesOf(origin) is [.., var last] && spaces.FindByAppKey(last) is { Settings.Cors: false } space
            && !MayCall(origin, space: null)
                ? space
                : null);

    private void Write(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlExposeHeaders = options.TellsBasis ? ExposedWithOurs : Exposed;
        response.Headers.Vary = HeaderNames.Origin;
    }

    private static string WhyNot(HttpRequest request, string method, string? origin) =>
        origin is null ? $"Origin '{request.Headers.Origin}' is no origin of a page"
        : !CrossOriginHeaders.IsToken(method) ? $"Access-Control-Request-Method '{method}' is no method"
        : $"a page of {origin} may not send {method}: this space answers no other origins (cors: false), and its "
            + "browser blocks the request";

    // The browser compares, sends nothing, and tells its console only: the journal is where the reason can be found.
    private static void BlameForeseen(
        RecordedRequest? recording,
        HttpRequest request,
        string method,
        IReadOnlyList<string>? methods,
        IReadOnlyList<string> headers)
    {
        foreach (var name in CrossOriginHeaders.AskedFor(request).Except(headers, StringComparer.OrdinalIgnoreCase))
        {
            recording?.AddViolation(
                refusal: null,
                $"the browser blocks the request of the page of {request.Headers.Origin}: its header {name} is none "
                + $"that CEC documents; allowed are {string.Join(", ", headers)}");
        }

        if (methods is not null && !methods.Contains(method) && !CrossOriginHeaders.IsSafelisted(method))
        {
            recording?.AddViolation(
                refusal: null,
                $"the browser blocks the request of the page of {request.Headers.Origin}: {request.Path} takes "
                + $"{string.Join(", ", methods)}, not {method}");
        }
    }
}
