using System.Collections.Concurrent;

namespace CecSim.Client.Tests;

/// <summary>Sees each request as it leaves the client, and may hold some back until there are enough of them.</summary>
internal sealed class Wiretap() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    private readonly ConcurrentQueue<Tapped> _sent = new();
    private (string Operation, int Count, TaskCompletionSource Enough)? _gate;

    public IReadOnlyList<Tapped> Sent => [.. _sent];

    public IEnumerable<string> Operations => _sent.Select(t => t.Operation);

    public int Count(string operation) => _sent.Count(t => t.Operation == operation);

    public string? HeaderOfLast(string operation, string name) =>
        _sent.Last(t => t.Operation == operation).Header(name);

    /// <summary>Lets none of an operation's requests through before so many are there.</summary>
    public void GatherUpTo(int count, string operation) => _gate = (
        operation,
        Count(operation) + count,
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void LetThrough() => _gate?.Enough.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var tapped = new Tapped(
            request.RequestUri!.AbsolutePath.Split('/')[^1],
            request.RequestUri.PathAndQuery,
            request.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase),
            body);
        _sent.Enqueue(tapped);
        if (_gate is { } gate && gate.Operation == tapped.Operation)
        {
            if (Count(tapped.Operation) >= gate.Count)
            {
                gate.Enough.TrySetResult();
            }

            await gate.Enough.Task.WaitAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    internal sealed record Tapped(
        string Operation, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string? Body)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
