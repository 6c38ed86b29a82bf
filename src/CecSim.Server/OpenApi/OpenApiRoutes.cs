using System.Text.Encodings.Web;
using CecSim.Server.OpenApi.Vendor;

namespace CecSim.Server.OpenApi;

/// <summary>What a client may ask of this server, told by the server itself.</summary>
internal static class OpenApiRoutes
{
    private const string JsonContentType = "application/json;charset=UTF-8";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapOpenApiDocuments(this IEndpointRouteBuilder control)
    {
        control.MapGet("/openapi/vendor.json", (RequestDelegate)WriteVendorAsync).ExcludeFromDescription();
        control.MapGet("/openapi/control.json", (RequestDelegate)WriteControlAsync).ExcludeFromDescription();
    }

    // As it is in the repository: making it would load MVC's ApiExplorer into each server at its start.
    private static async Task WriteControlAsync(HttpContext http)
    {
        http.Response.ContentType = JsonContentType;
        await using var document = typeof(OpenApiRoutes).Assembly.GetManifestResourceStream("control.json")!;
        http.Response.ContentLength = document.Length;
        await document.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static Task WriteVendorAsync(HttpContext http)
    {
        http.Response.ContentType = JsonContentType;
        var document = Encoding.UTF8.GetBytes(VendorDocument.Build(VendorRoutes.All).ToJsonString(Readable) + "\n");
        http.Response.ContentLength = document.Length;
        return http.Response.Body.WriteAsync(document, http.RequestAborted).AsTask();
    }
}
