using CecSim.Guarding;
using Microsoft.AspNetCore.Connections;

namespace CecSim.Server.Problems;

/// <summary>What a request's own handler threw, after the guard was told.</summary>
internal sealed record RequestBug(Failure Failure)
{
    /// <summary>Whether its connection is to blame, and nobody else.</summary>
    // The request is marked as aborted a moment after whoever reads from it, or writes to it, has stumbled.
    public static bool IsConnectionLost(HttpContext http, Exception e) =>
        http.RequestAborted.IsCancellationRequested
        || e is ConnectionResetException or ConnectionAbortedException
        || (e.GetType() == typeof(IOException) && !HttpProtocol.IsHttp11(http.Request.Protocol));

    /// <summary>A bug, unless the client brought it about or the guard was told of it.</summary>
    public static bool IsNew(HttpContext http, Exception e) =>
        e is not BadHttpRequestException && !IsConnectionLost(http, e) && Of(http)?.Failure.Exception != e;

    public static RequestBug? Of(HttpContext http) => http.Features.Get<RequestBug>();

    /// <summary>Tells the guard.</summary>
    /// <param name="place">Of which there are as many as there are routes.</param>
    /// <param name="space">Whose rules were at work, and may have done half of it; null for none.</param>
    public static Failure Report(HttpContext http, Guard guard, string place, Exception e, Space? space)
    {
        var failure = guard.Report(place, e, space is null ? null : space.Fail);
        http.Features.Set(new RequestBug(failure));
        return failure;
    }
}
