using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CecSim.Pacts.Tests.Provider;

/// <summary>Stands before a server and changes its answers, as a defect in it would.</summary>
internal sealed class Distortion : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private Distortion(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Distortion> StartAsync(Uri server, Func<string, string> body, string? dropped = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var distortion = new Distortion(builder.Build());
        distortion._app.Urls.Add("http://127.0.0.1:0");
        distortion._app.Run(context => distortion.PassOnAsync(context, server, body, dropped));
        await distortion._app.StartAsync(TestContext.Current.CancellationToken);
        return distortion;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, Uri server, Func<string, string> body, string? dropped)
    {
        var (asked, answer) = (context.Request, context.Response);
        using var request = new HttpRequestMessage(
            new HttpMethod(asked.Method), new Uri(server, $"{asked.Path}{asked.QueryString}"));
        if (asked.ContentLength > 0)
        {
            request.Content = new StreamContent(asked.Body);
        }

        foreach (var (name, value) in asked.Headers.Where(h => h.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        }

        using var response = await _http.SendAsync(request, context.RequestAborted);
        answer.StatusCode = (int)response.StatusCode;
        if (dropped != "Content-Type")
        {
            answer.ContentType = response.Content.Headers.ContentType?.ToString();
        }

        await answer.WriteAsync(body(await response.Content.ReadAsStringAsync(context.RequestAborted)));
    }
}
