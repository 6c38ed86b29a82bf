namespace CecSim.Cli.Control;

/// <summary><c>cecsim agents drive</c>: an agent acts by hand.</summary>
internal static class AgentDriving
{
    private static readonly Option<int?> Reason = new("--reason")
    {
        Description = "Of not-ready and rest: a documented reason.",
        HelpName = "N",
    };

    private static readonly Option<TimeSpan?> For = Durations.Option("--for", "Of rest: how long it may take");

    private static readonly Option<string?> User = new("--user")
    {
        Description = "Of write and end: whose text session.",
        HelpName = "USERID",
    };

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "Of write: what the agent writes.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> ToQueue = new("--queue")
    {
        Description = "Of transfer and consult: the queue that gets the call.",
        HelpName = "NAME",
    };

    private static readonly Option<int?> ToAgent = new("--agent")
    {
        Description = "Of transfer and consult: the agent who gets the call; of what a quality checker does: to whom.",
        HelpName = "WORKNO",
    };

    private static readonly Option<string?> ToNumber = new("--number")
    {
        Description = "Of transfer and consult: the number that gets the call.",
        HelpName = "NUMBER",
    };

    private static readonly Option<string?> ToIvr = new("--ivr")
    {
        Description = "Of transfer and consult: the IVR flow that gets the call.",
        HelpName = "NAME",
    };

    private static readonly Dictionary<string, Func<AgentControl, ControlRun, Task<AgentDetails>>> Actions = new()
    {
        ["sign-in"] = (agent, run) => agent.SignInAsync(run.Ends),
        ["sign-out"] = (agent, run) => agent.SignOutAsync(run.Ends),
        ["not-ready"] = (agent, run) => agent.NotReadyAsync(run.Value(Reason), run.Ends),
        ["ready"] = (agent, run) => agent.ReadyAsync(run.Ends),
        ["rest"] = (agent, run) => agent.RestAsync(run.Value(For), run.Value(Reason), run.Ends),
        ["answer"] = (agent, run) => agent.AnswerAsync(run.Ends),
        ["decline"] = (agent, run) => agent.DeclineAsync(run.Ends),
        ["hold"] = (agent, run) => agent.HoldAsync(run.Ends),
        ["retrieve"] = (agent, run) => agent.RetrieveAsync(run.Ends),
        ["mute"] = (agent, run) => agent.MuteAsync(run.Ends),
        ["unmute"] = (agent, run) => agent.UnmuteAsync(run.Ends),
        ["seek-help"] = (agent, run) => agent.SeekHelpAsync(run.Ends),
        ["cancel-help"] = (agent, run) => agent.CancelHelpAsync(run.Ends),
        ["transfer"] = (agent, run) => agent.TransferAsync(TargetOf(run), run.Ends),
        ["consult"] = (agent, run) => agent.ConsultAsync(TargetOf(run), run.Ends),
        ["complete"] = (agent, run) => agent.CompleteTransferAsync(run.Ends),
        ["come-back"] = (agent, run) => agent.ComeBackAsync(run.Ends),
        ["confer"] = (agent, run) => agent.ConferAsync(run.Ends),
        ["listen"] = (agent, run) => agent.ListenAsync(run.Value(ToAgent)!.Value, run.Ends),
        ["insert"] = (agent, run) => agent.InsertAsync(run.Value(ToAgent)!.Value, run.Ends),
        ["intercept"] = (agent, run) => agent.InterceptAsync(run.Value(ToAgent)!.Value, run.Ends),
        ["force-not-ready"] = (agent, run) => agent.ForceNotReadyAsync(run.Value(ToAgent)!.Value, run.Ends),
        ["force-ready"] = (agent, run) => agent.ForceReadyAsync(run.Value(ToAgent)!.Value, run.Ends),
        ["release"] = (agent, run) => agent.ReleaseAsync(run.Ends),
        ["write"] = (agent, run) => agent.WriteAsync(run.Value(User) ?? "", run.Value(Text) ?? "", run.Ends),
        ["end"] = (agent, run) => agent.EndChatAsync(run.Value(User) ?? "", run.Ends),
    };

    private static readonly Argument<string> Action = new Argument<string>("ACTION")
    {
        Description = "What the agent does.",
    }.AcceptOnlyFromAmong([.. Actions.Keys]);

    private static TransferTarget TargetOf(ControlRun run) =>
        run.Value(ToAgent) is { } workNo ? TransferTarget.Agent(workNo)
        : run.Value(ToNumber) is { } number ? TransferTarget.Number(number)
        : run.Value(ToIvr) is { } ivr ? TransferTarget.Ivr(ivr)
        : TransferTarget.Queue(run.Value(ToQueue)!);

    // Of two that are named only one could get the call, and of none the server could say less.
    private static void RefuseWithoutTarget(CommandResult result)
    {
        var action = result.GetResult(Action) is { Tokens: [var word] } ? word.Value : "";
        var named = new Option[] { ToQueue, ToAgent, ToNumber, ToIvr }.Count(o => result.GetResult(o) is not null);
        if (action is "transfer" or "consult" && named != 1)
        {
            result.AddError($"Name who gets the call of {action}: one of --queue, --agent, --number and --ivr.");
        }
        else if (action is "listen" or "insert" or "intercept" or "force-not-ready" or "force-ready"
            && result.GetResult(ToAgent) is null)
        {
            result.AddError($"Name the agent of {action} with --agent WORKNO.");
        }
    }

    public static Command Create(Argument<int> workNo)
    {
        var command = new Command("drive", "Makes an agent act; what it was about to do by itself, it does no more.")
        {
            workNo, Action, Reason, For, User, Text, ToQueue, ToAgent, ToNumber, ToIvr,
        };
        command.Validators.Add(RefuseWithoutTarget);
        return command.Does(async (run, space) => run.Show(
            await Actions[run.Value(Action)](space.Agent(run.Value(workNo)), run),
            AnswerJson.Contract.AgentDetails,
            AgentsCommand.TextOf));
    }
}
