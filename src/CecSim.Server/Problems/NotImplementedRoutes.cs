using CecSim.Server.Cors;

namespace CecSim.Server.Problems;

/// <summary>What CEC has and CecSim has not: 501 that names it, so that nobody hunts for a typing error.</summary>
internal static class NotImplementedRoutes
{
    private static readonly string[] Paths =
    [
        .. VendorOperations.All
            .Where(o => o.IsApi)
            .SelectMany(o => o.Paths)
            .Except(VendorRoutes.All.Select(r => r.Path)),
        "/apiaccess/ccmessaging/pushMsg",
        "/service-cloud/rest/webadapter/v1/webadapterfacade/{name}",
        "/agentgateway/resource/{**rest}",
        "/apiaccess/CC-Management/v1/mobileAgent/createCall",
        "/apiaccess/CC-Management/v1/mobileAgent/queryCallDetailRecord",
        "/apiaccess/CC-Management/v1/mobileAgent/queryPhone",
        "/apiaccess/ccmessaging/getsatisfactionsurveymode",
        "/apiaccess/ccmessaging/saveSatisfaction",
        "/apiaccess/rest/cc-management/v1/accessCodeInfo/queryAccessCodeList",
        "/apiaccess/rest/cc-management/v1/agentAccount/query",
        "/apiaccess/rest/cc-management/v1/calledRoute/queryCalledRoute",
        "/apiaccess/rest/cc-management/v1/ivrFlow/queryIVRFlowList",
        "/apiaccess/rest/cc-management/v1/offline/agent/isOfflineAgent",
        "/apiaccess/rest/cc-management/v1/offline/agent/login",
        "/apiaccess/rest/cc-management/v1/offline/agent/logout",
        "/apiaccess/rest/cc-management/v1/satisfaction/query",
        "/apiaccess/rest/cc-management/v1/satisfactionconfig/querySatisfactionConfig",
        "/apiaccess/rest/cc-management/v1/skill/querySkills",
        "/apiaccess/rest/ccmessaging/omni/1/advanced",
        "/apiaccess/rest/ccmessaging/v1/emailchannel/dropMail",
        "/apiaccess/rest/workbench/v1/queryCallInfoByCallId",
        "/apiaccess/rest/workbench/v1/queryUserContactLimit",
        "/CCFS/resource/ccfs/downloadAgentOprInfoFile",
        "/CCFS/resource/ccfs/downloadBillFile",
        "/CCFS/resource/ccfs/downloadIVRRecordFile",
        "/CCFS/resource/ccfs/downloadOiapRecord",
        "/CCFS/resource/ccfs/downloadRecord",
        "/CCFS/resource/ccfs/downloadRecordFile",
        "/CCFS/resource/ccfs/getRecordFileUrlFromObs",
        "/CCFS/resource/ccfs/queryAgentOprInfoData",
        "/CCFS/resource/ccfs/queryBillData",
        "/oifde/rest/api/gettoken",
        "/oifde/rest/api/queryRecordHistory",
        "/rest/ccmessaging/v1/{**rest}",
        "/service-cloud/resource.root/page/resource.root/js/AICCSupport.js",
    ];

    public static void MapNotBuilt(this WebApplication app)
    {
        var spaces = app.Services.GetRequiredService<SpaceDirectory>();
        var options = app.Services.GetRequiredService<ExchangeOptions>();
        var cors = app.Services.GetRequiredService<CrossOriginAccess>();
        foreach (var path in Paths)
        {
            app.Map(path, (RequestDelegate)(http => AnswerAsync(http, path, spaces, options, cors)));
        }
    }

    private static Task AnswerAsync(
        HttpContext http, string path, SpaceDirectory spaces, ExchangeOptions options, CrossOriginAccess cors)
    {
        if (!VendorRouting.IsToTheLetter(http, path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (CrossOriginAccess.IsPreflight(http.Request))
        {
            return cors.AnswerPreflightAsync(http, methods: null);
        }

        cors.Allow(http, spaces.FindByAppKey(http.Request.Headers[CecHeaders.AppKey].ToString()));
        var route = VendorRoute.ToNone(http.Request);
        return new VendorExchange(http, route, spaces.First, options).RefuseAsync(GenericStatuses.ToAnswer(
            StatusCodes.Status501NotImplemented, $"CEC documents {http.Request.Method} {http.Request.Path}."));
    }
}
