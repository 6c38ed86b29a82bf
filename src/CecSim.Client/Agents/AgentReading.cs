namespace CecSim.Client.Agents;

/// <summary>Agents as they come over the wire.</summary>
internal static class AgentReading
{
    public static CecAgentList Read(Answer answer) => new(
        answer.Text("sipServiceIp"),
        answer.Whole("sipServicePort"),
        [
            .. from agent in answer.Parts("agents")
               let workNo = agent.Whole("workNo")
               where workNo is not null
               select new CecAgent(
                   workNo.Value, agent.Text("accountCode"), agent.Text("sipAccount"), agent.Text("sipPwd")),
        ]);
}
