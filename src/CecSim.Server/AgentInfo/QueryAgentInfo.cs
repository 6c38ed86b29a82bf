using CecSim.Server.Exchanges;
using CecSim.Server.Gateway;
using CecSim.Simulation;
using CecSim.Simulation.Agents;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.AgentInfo;

/// <summary>
/// Every agent of the space. CEC's own documents spell the path in two ways, and both are in use.
/// </summary>
internal static class QueryAgentInfo
{
    private static readonly Basis Section = Basis.ConnectionBar("5.2");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        VendorRoute.Get(CecOperation.QueryAgentInfo, "/apiaccess/CC-Management/v1/queryAgentInfo", QueryAsync),
        VendorRoute.Get(CecOperation.QueryAgentInfo, "/apiaccess/CC-Mangemant/v1/queryAgentInfo", QueryAsync),
    ];

    private static Task QueryAsync(VendorExchange exchange)
    {
        var gateway = exchange.Http.RequestServices.GetRequiredService<CallGateway>();
        return exchange.AnswerAsync(
            new AgentInfoBody(
                gateway.SoftphoneAddress(exchange.Http.Connection.LocalIpAddress)?.ToString(),
                gateway.Softphones?.Port,
                [.. exchange.Space.Settings.Agents.OrderBy(a => a.WorkNo).Select(BodyOf)]),
            VendorJson.Wire.AgentInfoBody,
            Section);
    }

    private static AgentInfoBody.AgentBody BodyOf(AgentSettings agent) =>
        new(agent.WorkNo, agent.AccountCode, agent.SipAccount, agent.SipPassword);
}
