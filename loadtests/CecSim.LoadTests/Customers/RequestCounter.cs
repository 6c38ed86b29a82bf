namespace CecSim.LoadTests.Customers;

/// <summary>How often which operation was asked for, by the last part of the path.</summary>
internal sealed class RequestCounter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public int Of(string operation) => _counts.GetValueOrDefault(operation);

    public void Clear() => _counts.Clear();

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _counts.AddOrUpdate(request.RequestUri!.Segments[^1], 1, (_, count) => count + 1);
        return base.SendAsync(request, cancellationToken);
    }
}
