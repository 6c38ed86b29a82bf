using CecSim.Simulation.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.DryRuns;

/// <summary>
/// A server on a free port, in frozen time. Time passes only while a request waits, from one due moment to the next, so
/// that an hour takes no longer than what happens in it.
/// </summary>
internal sealed class FrozenServer : IAsyncDisposable
{
    /// <summary>
    /// The guides' sample waits so long for a poll (chapter 5, step 4); of other requests they say nothing.
    /// </summary>
    public static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Real time after which a request that neither waits nor is answered is given up.</summary>
    private static readonly TimeSpan StallMax = TimeSpan.FromSeconds(30);

    /// <summary>In place of the port, which differs from run to run and would show in gwAddresses.</summary>
    private const string HostName = "cec.cecsim.test";

    private readonly WebApplication _app;
    private readonly SpaceScheduler _time;
    private readonly DateTimeOffset _start;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private FrozenServer(WebApplication app)
    {
        _app = app;
        _time = app.Services.GetRequiredService<SpaceDirectory>().First.Time;
        _start = _time.ReadNow();
        _http.BaseAddress = new Uri(app.Urls.Single());
    }

    /// <summary>Since the beginning of the space.</summary>
    public TimeSpan Now => _time.ReadNow() - _start;

    public static async Task<FrozenServer> StartAsync(SpaceSettings space, CancellationToken cancellationToken)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Spaces = [space],
            Urls = ["http://127.0.0.1:0"],
            HostNames = [HostName],
            Clock = ClockSettings.Frozen,
            LogLevel = LogLevel.None,
        });
        await app.StartAsync(cancellationToken);
        return new FrozenServer(app);
    }

    /// <summary>Sends a request and lets time pass until it is answered or its client has waited long enough.</summary>
    public async Task<(LadderRow Row, string? RenewedToken)> SendAsync(
        HttpRequestMessage request, string operation, CancellationToken cancellationToken)
    {
        request.Headers.Host = HostName;
        var sentAt = Now;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = _http.SendAsync(request, ends.Token);
        var note = await LetTimePassUntilAsync(answer, sentAt + ClientTimeout, cancellationToken);
        if (note is not null)
        {
            await ends.CancelAsync();
        }

        try
        {
            using var response = await answer;
            var body = Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var why = WhyHeader.In(response) ?? (body is null ? "not JSON" : null);
            var row = new LadderRow(
                sentAt, Now, request.Method.Method, operation, (int)response.StatusCode, body, why);
            return (row, HeaderOf(response, "ccmessaging-token"));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException
            && !cancellationToken.IsCancellationRequested)
        {
            await NobodyWaitsAsync(cancellationToken);
            return (new LadderRow(
                sentAt, Now, request.Method.Method, operation, null, null, note ?? "the connection broke"), null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    /// <returns>Why the client waits no longer; null when it has its answer.</returns>
    private async Task<string?> LetTimePassUntilAsync(
        Task answer, TimeSpan deadline, CancellationToken cancellationToken)
    {
        while (!answer.IsCompleted)
        {
            using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var waits = _time.WhenWaitingAsync(1, answered.Token);
            var first = Task.WhenAny(answer, waits);
            try
            {
                await first.WaitAsync(StallMax, TimeProvider.System, cancellationToken);
            }
            catch (TimeoutException)
            {
                return "no answer, and nothing that could bring one";
            }
            finally
            {
                await answered.CancelAsync();
            }

            if (answer.IsCompleted)
            {
                return null;
            }

            if (Now >= deadline)
            {
                return $"no answer within {ClientTimeout.TotalSeconds:0} s";
            }

            // An answer that fails is for the caller to see, as its connection does.
            var moved = _time.AdvanceToNextDueAsync(_start + deadline, cancellationToken);
            await Task.WhenAny(moved, answer);
            if (moved.IsCompleted)
            {
                await moved;
            }
        }

        return null;
    }

    // The server must have seen that the client is gone, or its place would be taken for that of the next request.
    private async Task NobodyWaitsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _time.WhenWaitingAsync(0, cancellationToken)
                .WaitAsync(StallMax, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Then the next request is given up in the same way, and says so.
        }
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
