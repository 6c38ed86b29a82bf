using CecSim.Control.Contracts;
using CecSim.Simulation.Tokens;

namespace CecSim.Server.Control.Access;

/// <summary>Who may use the control API, as a function of what a request says of itself.</summary>
internal static class ControlAuthorization
{
    private const string Scheme = "Bearer";

    /// <summary>
    /// What a page of another site may do: nothing. It can send requests, though not read their answers, and of images,
    /// scripts and frames only Sec-Fetch-Site tells (Fetch Metadata, 2.4).
    /// </summary>
    /// <returns>Null when the request may pass.</returns>
    public static (ProblemCode Refusal, string Detail)? CheckSite(ControlCaller caller) =>
        caller.Origin is { } origin && !origin.Equals(caller.Site, StringComparison.OrdinalIgnoreCase)
            ? (ProblemCode.OriginForeign, $"A page of {origin} cannot drive this server.")
            : caller is { FetchSite: not (null or "same-origin" or "none"), IsVisit: false }
                ? (ProblemCode.OriginForeign,
                    $"A page of another site cannot drive this server (Sec-Fetch-Site: {caller.FetchSite}).")
                : null;

    /// <param name="key">The control key; null when the server has none.</param>
    /// <returns>Null when the request may pass.</returns>
    public static (ProblemCode Refusal, string Detail)? CheckKey(ControlCaller caller, string? key)
    {
        if (caller.IsOnLoopback)
        {
            return null;
        }

        if (string.IsNullOrEmpty(key))
        {
            return (ProblemCode.KeyMissing,
                "Away from loopback the control API needs a key: start the server with --control-key-file FILE.");
        }

        return KeyIn(caller.Authorization) is not { } presented
            ? (ProblemCode.KeyMissing, "Send the control key as Authorization: Bearer KEY.")
            : Secrets.AreEqual(presented, key)
                ? null
                : (ProblemCode.KeyMissing, "The control key is another one. Send it as Authorization: Bearer KEY.");
    }

    /// <summary>Whether a request that was refused for its key came with one.</summary>
    public static bool IsGuess(ControlCaller caller, string? key) =>
        key is not null && KeyIn(caller.Authorization) is not null;

    // A scheme has no case, and blanks before the token do not count (RFC 9110, 11.1 and 11.4).
    private static string? KeyIn(string? authorization) =>
        authorization?.Split(' ', 2) is [var scheme, var rest]
        && scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
        && rest.Trim(' ') is { Length: > 0 } key
            ? key
            : null;
}
