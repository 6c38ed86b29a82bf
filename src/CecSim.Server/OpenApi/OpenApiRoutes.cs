using System.Text.Encodings.Web;
using System.Text.Json;
using CecSim.Server.Exchanges;
using CecSim.Server.OpenApi.Control;
using CecSim.Server.OpenApi.Vendor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.OpenApi;

/// <summary>What a client may ask of this server, told by the server itself.</summary>
internal static class OpenApiRoutes
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapOpenApiDocuments(this IEndpointRouteBuilder control)
    {
        control.MapGet("/openapi/vendor.json", (RequestDelegate)WriteVendorAsync).ExcludeFromDescription();
        control.MapOpenApi("/openapi/{documentName}.json").ExcludeFromDescription();
    }

    private static Task WriteVendorAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json;charset=UTF-8";
        return http.Response.WriteAsync(
            VendorDocument.Build(VendorRoutes.All).ToJsonString(Readable) + "\n", http.RequestAborted);
    }
}
