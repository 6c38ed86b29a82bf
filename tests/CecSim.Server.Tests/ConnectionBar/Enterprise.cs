using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>An enterprise's verification API on a free port, which always answers the same.</summary>
internal sealed class Enterprise : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = new();

    private Enterprise(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            if (certificate is not null)
            {
                listener.UseHttps(certificate);
            }
        }));
        _app = builder.Build();
    }

    /// <summary>Method, path, type and body of each request.</summary>
    public IEnumerable<string> Asked => _asked;

    /// <param name="status">0 to leave every request without an answer.</param>
    public static Task<Enterprise> StartAsync(
        string body, int status = 200, string? location = null, X509Certificate2? certificate = null) =>
        StartAsync(Encoding.UTF8.GetBytes(body), status, location, certificate);

    /// <summary>The same with a body to the byte.</summary>
    public static async Task<Enterprise> StartAsync(
        byte[] body, int status = 200, string? location = null, X509Certificate2? certificate = null)
    {
        var enterprise = new Enterprise(certificate);
        enterprise._app.Run(http => enterprise.AnswerAsync(http, body, status, location));
        await enterprise._app.StartAsync(TestCec.TestEnds);
        return enterprise;
    }

    public string Url(string scheme = "http") =>
        $"{scheme}://127.0.0.1:{new Uri(_app.Urls.Single()).Port}/validate?v=1";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, byte[] body, int status, string? location)
    {
        using var reader = new StreamReader(http.Request.Body);
        var asked = await reader.ReadToEndAsync(http.RequestAborted);
        var (request, response) = (http.Request, http.Response);
        _asked.Enqueue(
            $"{request.Method} {request.Path}{request.QueryString} {request.ContentType} {asked}");
        if (status == 0)
        {
            var gone = new TaskCompletionSource();
            await using var end = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        response.StatusCode = status;
        response.Headers.Location = location;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
