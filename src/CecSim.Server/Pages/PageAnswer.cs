using CecSim.Web;

namespace CecSim.Server.Pages;

/// <summary>Pages of this server's own, their scripts and styles, with what keeps browsers from harm.</summary>
internal static class PageAnswer
{
    public const string Html = "text/html;charset=UTF-8";
    public const string Script = "text/javascript;charset=UTF-8";
    public const string Style = "text/css;charset=UTF-8";

    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <param name="policy">Its Content-Security-Policy.</param>
    public static void MapFile(this WebApplication app, string path, string file, string contentType, string policy) =>
        app.MapMethods(path, Methods, (RequestDelegate)(http =>
            WriteAsync(http, WebAssets.Bytes(file), contentType, policy, "no-cache")));

    public static Task WriteAsync(
        HttpContext http, ReadOnlyMemory<byte> content, string contentType, string policy, string cacheControl)
    {
        var response = http.Response;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        response.Headers.CacheControl = cacheControl;
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }
}
