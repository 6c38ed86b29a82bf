using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CecSim.Browser.Tests;

/// <summary>A page with the documents' own axios code, on a plain web server of its own.</summary>
internal sealed class PageOfAnotherOrigin : IAsyncDisposable
{
    private const string Html =
        """
        <!doctype html><title>A page of another origin</title><link rel="icon" href="data:,">
        <script type="importmap">{ "imports": { "axios": "./node_modules/axios/dist/esm/axios.js" } }</script>
        <script type="module">
          import { Cec } from './cec.mjs'
          import { placeCall } from './call.mjs'
          window.cecOf = options => new Cec(options, () => {})
          window.placeCall = async options => {
            const seen = []
            const say = line => seen.push(line)
            await placeCall(new Cec(options, say), options, say)
            return JSON.stringify(seen)
          }
          document.title = 'ready'
        </script>
        """;

    private readonly WebApplication _server;

    private PageOfAnotherOrigin(WebApplication server, IPage page)
    {
        _server = server;
        Page = page;
    }

    public IPage Page { get; }

    public string Origin => new Uri(Page.Url).GetLeftPart(UriPartial.Authority);

    /// <summary>What the browser said to its user, as about what CORS blocked.</summary>
    public ConcurrentQueue<string> Console { get; } = [];

    /// <param name="host">The name by which the browser knows the page's server.</param>
    public static async Task<PageOfAnotherOrigin> OpenAsync(IBrowser browser, string host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(ServeAsync);
        await server.StartAsync(TestContext.Current.CancellationToken);
        var opened = new PageOfAnotherOrigin(server, await browser.NewPageAsync());
        opened.Page.Console += (_, line) => opened.Console.Enqueue(line.Text);
        await opened.Page.GotoAsync($"http://{host}:{new Uri(server.Urls.Single()).Port}/");
        await opened.Page.WaitForFunctionAsync("() => document.title === 'ready'");
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _server.DisposeAsync();
    }

    private static Task ServeAsync(HttpContext http)
    {
        if (http.Request.Path == "/")
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync(Html);
        }

        http.Response.ContentType = "text/javascript";
        return http.Response.SendFileAsync(
            Checkout.PathOf("tests", "axios-client", http.Request.Path.Value!.TrimStart('/')));
    }
}
