namespace CecSim.Pacts.Tests.Consumer;

/// <summary>Tells when a path was asked for so often.</summary>
internal sealed class Tap(string path, int times) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public Task Asked => _asked.Task;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
            && Interlocked.Increment(ref _count) == times)
        {
            _asked.SetResult();
        }

        return base.SendAsync(request, cancellationToken);
    }
}
