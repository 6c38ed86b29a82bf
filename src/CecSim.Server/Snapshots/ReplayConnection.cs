using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Snapshots;

/// <summary>The connection of a request that is done again: there is none, and so nothing to break.</summary>
internal sealed class ReplayConnection
    : IHttpResetFeature, IHttpRequestLifetimeFeature, IHttpRequestBodyDetectionFeature, IDisposable
{
    private readonly CancellationTokenSource _aborted = new();

    public ReplayConnection(bool hasBody)
    {
        CanHaveBody = hasBody;
        RequestAborted = _aborted.Token;
    }

    public bool CanHaveBody { get; }

    public CancellationToken RequestAborted { get; set; }

    public void Abort() => _aborted.Cancel();

    public void Dispose() => _aborted.Dispose();

    public void Reset(int errorCode)
    {
    }
}
