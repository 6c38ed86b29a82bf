using CecSim.Server.Gateway;
using CecSim.Simulation.Agents;

namespace CecSim.Server.AgentInfo;

/// <summary>
/// The agents of the space: all, under a path that CEC's own documents spell in two ways, both in use; or the one of
/// an account.
/// </summary>
internal static class QueryAgentInfo
{
    private static readonly Basis Section = Basis.ConnectionBar("5.2");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(CecOperation.QueryAgentInfo, QueryAsync, VendorJson.Wire.AgentInfoBody),
        .. VendorRoute.Of(
            CecOperation.QueryAgentInfoByAccount,
            QueryByAccountAsync,
            VendorJson.Wire.AgentOfAccountBody,
            (exchange, refusal) => exchange.AnswerAsync(
                new AgentOfAccountBody(refusal.ResultCode!, refusal.Text ?? "", new("", null, null)),
                VendorJson.Wire.AgentOfAccountBody,
                refusal.Basis,
                refusal.Status)),
    ];

    private static Task QueryAsync(VendorExchange exchange)
    {
        var gateway = exchange.Http.RequestServices.GetRequiredService<CallGateway>();
        return exchange.AnswerAsync(
            new AgentInfoBody(
                gateway.SoftphoneHost(exchange.Http.Connection.LocalIpAddress),
                gateway.Softphones is [var softphones, ..] ? softphones.Port : null,
                [.. exchange.Space.Settings.Agents.OrderBy(a => a.WorkNo).Select(BodyOf)]),
            VendorJson.Wire.AgentInfoBody,
            Section);
    }

    private static async Task QueryByAccountAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        var account = body.Text("accountCode", 64);
        body.OptionalText("username", 64);
        body.OptionalText("password", 64);
        if (body.Problem is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        await (exchange.Space.Settings.Agents.FirstOrDefault(a => a.AccountCode == account) is { } agent
            ? exchange.AnswerAsync(
                new AgentOfAccountBody("0", "success", new(agent.WorkNo, CodeOf(agent.Type), "0")),
                VendorJson.Wire.AgentOfAccountBody,
                Basis.Found)
            : exchange.RefuseAsync(
                RefusalAnswer.Result("1", "the account has no agent", Basis.Found), "no agent has this accountCode"));
    }

    private static int CodeOf(AgentType type) => type switch
    {
        AgentType.Voice => 4,
        AgentType.Multimedia => 5,
        AgentType.Video => 11,
        AgentType.Versatile => 99,
    };

    private static AgentInfoBody.AgentBody BodyOf(AgentSettings agent) =>
        new(agent.WorkNo, agent.AccountCode, agent.SipAccount, agent.SipPassword);
}
