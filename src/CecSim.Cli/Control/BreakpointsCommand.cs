namespace CecSim.Cli.Control;

/// <summary><c>cecsim breakpoints</c>: what stands until it is let go, changed or not, or dropped.</summary>
internal static class BreakpointsCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "What stands there, as in request-1." };

    private static readonly Option<string> At = new("--at")
    {
        Description = "The operation, as faults name it: createClickToCall, invite, phone.",
        HelpName = "OPERATION",
        Required = true,
    };

    private static readonly Option<PauseStage?> Stage = new("--stage")
    {
        Description = "What stands: the request before it has happened, unless given; its answer, an event, " +
            "or an INVITE.",
        CustomParser = result => EnumWords.Parse<PauseStage>(result.Tokens[0].Value),
        HelpName = "STAGE",
    };

    private static readonly Option<string?> User = new("--user")
    {
        Description = "Only the users that this pattern with * and ? covers.",
        HelpName = "PATTERN",
    };

    private static readonly Option<int?> Nth = new("--nth")
    {
        Description = "Only that one of those that are counted from now on; all when absent.",
        HelpName = "N",
    };

    private static readonly Option<int?> Status = new("--status")
    {
        Description = "The status of the answer in its place, or its other one; of an INVITE what it is refused with.",
        HelpName = "STATUS",
    };

    private static readonly Option<string?> Body = new("--body")
    {
        Description = "The body of that answer; of an INVITE the reason beside its status.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> ContentType = new("--content-type")
    {
        Description = "The content type of that answer.",
        HelpName = "TYPE",
    };

    public static Command Create()
    {
        Stage.AcceptOnlyFromAmong([.. EnumWords.All<PauseStage>()]);
        Nth.Validators.Add(r => ServeCommand.Require(r, Nth, n => n is null or >= 1, "1 or more"));
        return new Command("breakpoints", "What stands at the breakpoints of a space.")
        {
            new Command("list", "What stands, in the order in which it came.").Does(ListAsync),
            new Command("show", "What stands there, with its headers and its body.") { Id }.Does(ShowAsync),
            new Command("set", "Sets a breakpoint: a fault, which disarm takes away.") { At, Stage, User, Nth }.Does(
                SetAsync),
            new Command("release", "Lets go what stands there, as it is or changed.")
            {
                Id, Status, Body, ContentType,
            }.Does(ReleaseAsync),
            new Command("drop", "Drops it: a connection is reset, an event never comes, an INVITE has no answer.")
            {
                Id,
            }.Does(DropAsync),
        }
        .OfSpace()
        .Does(ListAsync);
    }

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ReadBreakpointsAsync(run.Ends),
        AnswerJson.Contract.BreakpointList,
        list => TableWriter.Of(
            ["ID", "OPERATION", "USER", "SINCE", "WHAT"],
            list.Held.Select(h => (string?[])
            [
                h.Id, h.Operation, h.UserId, TableWriter.Time(h.Since), WhatOf(h),
            ]),
            "Nothing stands at a breakpoint.")
            + (list.Passed > 0 ? $"{list.Passed} went on, because 100 stood already.\n" : ""));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        return (await space.ReadBreakpointsAsync(run.Ends)).Held.FirstOrDefault(h => h.Id == id) is { } held
            ? run.Show(held, AnswerJson.Contract.HeldMessage, TextOf)
            : run.Refuse($"Nothing at a breakpoint is called {id}: cecsim breakpoints tells what stands.");
    }

    private static async Task<int> SetAsync(ControlRun run, SpaceControl space)
    {
        var inject = InjectOf(run.Value(Stage) ?? PauseStage.Request);
        var fault = new JsonObject { ["at"] = run.Value(At), ["inject"] = inject };
        if (run.Value(Nth) is { } nth)
        {
            fault["when"] = new JsonObject { ["nth"] = nth };
        }

        if (run.Value(User) is { } user)
        {
            fault["match"] = new JsonObject { ["userId"] = user };
        }

        return run.Show(
            await space.ArmFaultAsync(fault.ToJsonString(), run.Ends),
            AnswerJson.Contract.ArmedFault,
            f => $"Breakpoint {f.Id} at {f.At}. What stands there: cecsim breakpoints. "
                + $"Take it away: cecsim faults disarm {f.Id}.\n");
    }

    private static async Task<int> ReleaseAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        await space.ReleaseMessageAsync(
            id, new MessageRelease(run.Value(Status), run.Value(Body), run.Value(ContentType)), run.Ends);
        return run.Show(new DoneToMessage(id), AnswerJson.Readable.DoneToMessage, d => $"Let go {d.Id}.\n");
    }

    private static async Task<int> DropAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        await space.DropMessageAsync(id, run.Ends);
        return run.Show(new DoneToMessage(id), AnswerJson.Readable.DoneToMessage, d => $"Dropped {d.Id}.\n");
    }

    private static JsonNode InjectOf(PauseStage stage) => stage switch
    {
        PauseStage.Event => "pauseEvent",
        PauseStage.Invite => "pauseInvite",
        _ => new JsonObject { ["pause"] = EnumWords.Of(stage) },
    };

    private static string? WhatOf(HeldMessage held) => held switch
    {
        { Stage: PauseStage.Event } => held.Body?.Text,
        { Status: { } status } => $"{status} to {held.Method} {held.Target}",
        _ => $"{held.Method} {held.Target}",
    };

    private static string TextOf(HeldMessage held)
    {
        var lines = new List<string> { TableWriter.Line(WhatOf(held) ?? "") };
        if (held.Stage != PauseStage.Event)
        {
            lines.AddRange(held.Headers.Select(h => TableWriter.Line($"{h.Name}: {h.Value}")));
            lines.AddRange(held.Body is { } body ? ["", VisibleText.Lines(body.Text)] : []);
            lines.AddRange(held.Body is { Cut: true } ? ["…"] : []);
        }

        return string.Join("\n", lines) + "\n";
    }
}
