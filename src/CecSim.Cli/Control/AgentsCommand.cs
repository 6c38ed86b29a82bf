namespace CecSim.Cli.Control;

/// <summary><c>cecsim agents</c>: who does what in a space, and agents driven by hand.</summary>
internal static class AgentsCommand
{
    private static readonly Argument<int> WorkNo = new("WORKNO") { Description = "The agent's work number." };

    public static Command Create() =>
        new Command("agents", "The agents of a space.")
        {
            new Command("list", "The agents, by work number.").Does(ListAsync),
            new Command("show", "One agent.") { WorkNo }.Does(ShowAsync),
            AgentDriving.Create(WorkNo),
        }
        .OfSpace()
        .Does(ListAsync);

    internal static string TextOf(AgentDetails agent) => TableWriter.Facts(
        ("agent", TableWriter.Number(agent.WorkNo)),
        ("name", agent.Name),
        ("state", EnumWords.Of(agent.State)),
        ("type", EnumWords.Of(agent.Type)),
        ("role", EnumWords.Of(agent.Role)),
        ("queues", TableWriter.List(agent.Queues)),
        ("call with", agent.CallWith),
        ("chats with", TableWriter.List(agent.ChatsWith)));

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListAgentsAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListAgentDetails,
        agents => TableWriter.Of(
            ["AGENT", "NAME", "STATE", "TYPE", "ROLE", "QUEUES", "CALL WITH", "CHATS WITH"],
            agents.Select(a => (string?[])
            [
                TableWriter.Number(a.WorkNo),
                a.Name,
                EnumWords.Of(a.State),
                EnumWords.Of(a.Type),
                EnumWords.Of(a.Role),
                TableWriter.List(a.Queues),
                a.CallWith,
                TableWriter.List(a.ChatsWith),
            ]),
            "The space has no agent."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var workNo = run.Value(WorkNo);
        return (await space.ListAgentsAsync(run.Ends)).FirstOrDefault(a => a.WorkNo == workNo) is { } agent
            ? run.Show(agent, AnswerJson.Contract.AgentDetails, TextOf)
            : run.Refuse($"No agent has the work number {workNo}.", ExitCodes.Failed);
    }
}
