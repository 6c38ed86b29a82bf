using System.Diagnostics;
using CecSim.Guarding;
using CecSim.Server.Cors;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Problems;

/// <summary>
/// Requests that Kestrel refuses by itself, before any of ours hears of them: no HTTP, too long, too slow. It tells its
/// diagnostics before it answers, and forgets the headers of then: ours are put into the answer on its way.
/// </summary>
internal sealed class BrokenHeads(RefusalLog refusals, CrossOriginAccess cors, Guard guard)
    : IObserver<KeyValuePair<string, object?>>
{
    private const string Told = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private readonly Nuisance _broken = guard.Nuisance("http.broken", "An HTTP request could not be read");

    /// <summary>Hears of nothing else: each request would pay for more.</summary>
    public IDisposable Begin(DiagnosticListener diagnostics) => diagnostics.Subscribe(this, name => name == Told);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: Told, Value: IFeatureCollection features })
        {
            guard.Run("broken request", () => Tell(features));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Tell(IFeatureCollection features)
    {
        var http = new DefaultHttpContext(features);
        if (features.Get<IBadRequestExceptionFeature>()?.Error is not BadHttpRequestException broken
            || http.Response.HasStarted
            || features.Get<FaultableConnection>() is not { } connection)
        {
            return;
        }

        var before = http.Response.Headers.Keys.ToList();
        _broken.Add(broken.Message);
        cors.Allow(http, space: null);
        refusals.Tell(http, broken.StatusCode, broken.Message);
        connection.AddToLast(string.Concat(http.Response.Headers
            .Where(h => !before.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .Select(h => $"{h.Key}: {h.Value}\r\n")));
    }
}
