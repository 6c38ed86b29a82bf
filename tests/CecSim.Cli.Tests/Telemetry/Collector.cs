using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Cli.Tests.Telemetry;

/// <summary>Takes OTLP over HTTP as an OpenTelemetry collector does.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    /// <summary>What was posted: the path, and the bytes, a byte for a character.</summary>
    public Channel<(string Path, string Body)> Taken { get; } = Channel.CreateUnbounded<(string, string)>();

    public Uri Url => new(_app.Urls.Single());

    /// <param name="answers">Whether it ever says that it has taken something.</param>
    public static async Task<Collector> StartAsync(bool answers = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var collector = new Collector(builder.Build());
        collector._app.Run(http => collector.TakeAsync(http, answers));
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Ends when all of these were posted, each to its path.</summary>
    public async Task UntilTakenAsync(params (string Path, string Text)[] awaited)
    {
        var missing = awaited.ToHashSet();
        while (missing.Count > 0)
        {
            var (path, body) = await Taken.Reader.ReadAsync(TestContext.Current.CancellationToken);
            missing.RemoveWhere(m => m.Path == path && body.Contains(m.Text, StringComparison.Ordinal));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, bool answers)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        Taken.Writer.TryWrite((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        if (!answers)
        {
            var never = new TaskCompletionSource();
            await using var gone = http.RequestAborted.Register(never.SetResult);
            await never.Task;
        }
    }
}
