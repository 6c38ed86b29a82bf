using System.CommandLine;
using CecSim.ControlClient;

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

    internal static string TextOf(AgentDetails agent) => Sheet.Facts(
        ("agent", Sheet.Number(agent.WorkNo)),
        ("name", agent.Name),
        ("state", agent.State),
        ("type", agent.Type),
        ("role", agent.Role),
        ("queues", Sheet.List(agent.Queues)),
        ("call with", agent.CallWith),
        ("chats with", Sheet.List(agent.ChatsWith)));

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListAgentsAsync(run.Ends),
        AnswerJson.Readable.IReadOnlyListAgentDetails,
        agents => Sheet.Of(
            ["AGENT", "NAME", "STATE", "TYPE", "ROLE", "QUEUES", "CALL WITH", "CHATS WITH"],
            agents.Select(a => (string?[])
            [
                Sheet.Number(a.WorkNo),
                a.Name,
                a.State,
                a.Type,
                a.Role,
                Sheet.List(a.Queues),
                a.CallWith,
                Sheet.List(a.ChatsWith),
            ]),
            "The space has no agent."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var workNo = run.Value(WorkNo);
        return (await space.ListAgentsAsync(run.Ends)).FirstOrDefault(a => a.WorkNo == workNo) is { } agent
            ? run.Show(agent, AnswerJson.Readable.AgentDetails, TextOf)
            : ControlRun.Refuse($"No agent has the work number {workNo}.", ExitCodes.Failed);
    }
}
