using CecSim.Server.Exchanges;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Problems;

/// <summary>What CEC has and CecSim has not: 501 that names it, so that nobody hunts for a typing error.</summary>
internal static class NotBuilt
{
    private static readonly string[] Paths =
    [
        "/apiaccess/ccmessaging/pushMsg",
        "/apiaccess/ccmessaging/queryHistoryChatMessage",
        "/apiaccess/CC-Management/v1/querySysInfo",
        "/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount",
        "/service-cloud/rest/webadapter/v1/webadapterfacade/{name}",
        "/agentgateway/resource/{**rest}",
    ];

    public static void MapNotBuilt(this WebApplication app)
    {
        var spaces = app.Services.GetRequiredService<SpaceDirectory>();
        var options = app.Services.GetRequiredService<ExchangeOptions>();
        foreach (var path in Paths)
        {
            app.Map(path, (RequestDelegate)(http => AnswerAsync(http, path, spaces, options)));
        }
    }

    private static Task AnswerAsync(HttpContext http, string path, SpaceDirectory spaces, ExchangeOptions options)
    {
        if (!VendorRouting.IsToTheLetter(http, path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var route = new VendorRoute(default, http.Request.Method, http.Request.Path, _ => Task.CompletedTask);
        return new VendorExchange(http, route, spaces.First, options).RefuseAsync(GenericStatuses.ToAnswer(
            StatusCodes.Status501NotImplemented, $"CEC documents {http.Request.Method} {http.Request.Path}."));
    }
}
