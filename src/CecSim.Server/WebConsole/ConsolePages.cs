using CecSim.Server.Pages;
using CecSim.Web;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.WebConsole;

/// <summary>
/// The console: one page, which asks the control API for all that it shows, by its rules and with its key where one is
/// wanted. So the page itself is for everybody.
/// </summary>
internal static class ConsolePages
{
    private const string Path = "/_cecsim/ui";

    private const string OwnServerOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; media-src blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly (string Path, string File, string ContentType)[] Files =
    [
        (Path + "/console.js", "console.js", PageAnswer.Script),
        (Path + "/console.css", "console.css", PageAnswer.Style),
        (Path + "/editor.js", "editor.js", PageAnswer.Script),
        (Path + "/plot.js", "plot.js", PageAnswer.Script),
    ];

    /// <summary>Whether a path below the control API's prefix is the console's.</summary>
    public static bool IsAt(PathString path, ConsoleMode mode) =>
        mode != ConsoleMode.Off && (path.Value is Path or Path + "/" || Files.Any(f => f.Path == path.Value));

    /// <summary>Leads a browser that asks for the server to the console; programs get what CEC answers.</summary>
    public static void UseConsoleAtRoot(this WebApplication app, ConsoleMode mode)
    {
        if (mode == ConsoleMode.Off)
        {
            return;
        }

        app.Use(next => http =>
        {
            if (http.Request.Path != "/" || !IsBrowser(http.Request))
            {
                return next(http);
            }

            http.Response.Headers.Vary = HeaderNames.Accept;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Redirect(Path);
            return Task.CompletedTask;
        });
    }

    public static void MapConsole(this WebApplication app, ConsoleMode mode)
    {
        if (mode == ConsoleMode.Off)
        {
            return;
        }

        var page = new Lazy<byte[]>(() => Encoding.UTF8.GetBytes(WebAssets.Text("console.html").Replace(
            "MODE", mode == ConsoleMode.Read ? "read" : "on", StringComparison.Ordinal)));
        app.MapMethods(Path, PageAnswer.Methods, (RequestDelegate)(http =>
            PageAnswer.WriteAsync(http, page.Value, PageAnswer.Html, OwnServerOnly, "no-cache")));
        foreach (var (path, file, contentType) in Files)
        {
            app.MapFile(path, file, contentType, "default-src 'none'; frame-ancestors 'none'");
        }
    }

    private static bool IsBrowser(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.GetTypedHeaders().Accept.Any(
            a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
