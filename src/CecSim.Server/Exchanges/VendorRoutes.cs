using CecSim.Server.AgentInfo;
using CecSim.Server.ApiFabric;
using CecSim.Server.CcMessaging;
using CecSim.Server.ClickToCall;

namespace CecSim.Server.Exchanges;

/// <summary>Every documented way to reach this server's API. The connection bar is no API but a script.</summary>
internal static class VendorRoutes
{
    public static IReadOnlyList<VendorRoute> All { get; } =
    [
        .. TokenByAkSk.Routes,
        .. ApplyToken.Routes,
        .. Send.Routes,
        .. Poll.Routes,
        .. QueryQueueInfo.Routes,
        .. ChatFileRoutes.Routes,
        .. DoLeaveMessage.Routes,
        .. ClickToCallRoutes.Routes,
        .. QueryAgentInfo.Routes,
    ];
}
