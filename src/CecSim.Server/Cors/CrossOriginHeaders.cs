using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Cors;

/// <summary>Which headers and methods a page of another origin may use (Fetch, 2.2.1 and 4.8).</summary>
internal static class CrossOriginHeaders
{
    // What the documents' own requests carry. Accept and the like need no leave.
    private static readonly string[] Documented =
    [
        CecHeaders.AppKey, HeaderNames.Authorization, CecHeaders.MessagingToken, HeaderNames.ContentType,
        CecHeaders.TokenExpire,
    ];

    /// <summary>Those that CEC documents, and those that a scenario looks at.</summary>
    public static IReadOnlyList<string> AllowedBy(IEnumerable<Space> spaces) =>
    [
        .. Documented
            .Concat(spaces.SelectMany(s => s.Settings.Calls).SelectMany(c => c.Match.Headers).Select(h => h.Name))
            .Where(IsToken)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public static IEnumerable<string> AskedFor(HttpRequest preflight) =>
        preflight.Headers.AccessControlRequestHeaders.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a browser sends it whatever the preflight's answer allows.</summary>
    public static bool IsSafelisted(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method);

    /// <summary>Whether it can be a name or a method (RFC 9110, 5.6.2); a scenario may name what cannot.</summary>
    public static bool IsToken(string name) =>
        name.Length > 0
        && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
