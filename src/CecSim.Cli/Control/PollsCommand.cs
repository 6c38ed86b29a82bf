namespace CecSim.Cli.Control;

/// <summary><c>cecsim polls</c>: the long polls that wait, to look at, to answer and to cut.</summary>
internal static class PollsCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The poll, as in clickToCall-1." };

    private static readonly Argument<string> Event = Events.Argument(ArgumentArity.ZeroOrOne);

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "Of a chat poll: the message that it brings.",
        HelpName = "TEXT",
    };

    private static readonly Option<int?> Waiting = new("--waiting")
    {
        Description = "Answers as soon as exactly so many requests wait on the server.",
        HelpName = "N",
    };

    private static readonly Option<TimeSpan?> Within = Durations.Option(
        "--within", "With --waiting: how long to wait for that at most, in real time; 10s by default");

    public static Command Create()
    {
        var release = new Command("release", "Gives a poll the empty answer, or an event that it brings.")
        {
            Id, Event, Events.Desc, Text,
        };
        release.Validators.Add(result =>
        {
            if (result.GetResult(Event) is { Tokens.Count: > 0 } && result.GetResult(Text) is not null)
            {
                result.AddError("A poll brings an event or --text, not both.");
            }
        });
        Waiting.Validators.Add(r => ServeCommand.Require(r, Waiting, n => n is null or >= 0, "0 or more"));
        return new Command("polls", "The long polls that a space holds.")
        {
            Waiting,
            Within,
            new Command("list", "The polls, the oldest first.") { Waiting, Within }.Does(ListAsync),
            release.Does(ReleaseAsync),
            new Command("cut", "Breaks a poll's connection; what it was to bring stays for the next.") { Id }.Does(
                CutAsync),
        }
        .OfSpace()
        .Does(ListAsync);
    }

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        run.Value(Waiting) is { } count
            ? await (run.Value(Within) is { } within
                ? space.WhenWaitingAsync(count, within, run.Ends)
                : space.WhenWaitingAsync(count, run.Ends))
            : await space.ListPollsAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListHeldPoll,
        polls => TableWriter.Of(
            ["ID", "KIND", "USER", "CHANNEL", "SINCE", "DUE"],
            polls.Select(p => (string?[])
            [
                p.Id,
                EnumWords.Of(p.Kind),
                p.UserId,
                p.ChannelId,
                TableWriter.Time(p.Since),
                p.ConnectionAborted ? "client gone" : TableWriter.Time(p.Due) ?? "being answered",
            ]),
            "No poll waits."));

    private static async Task<int> ReleaseAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        if (run.Value(Text) is { } text)
        {
            await space.ReleasePollAsync(id, PushedEvent.Named(text), run.Ends);
        }
        else if (run.Value(Event) is { } item)
        {
            await space.ReleasePollAsync(id, Events.Of(item, run.Value(Events.Desc)), run.Ends);
        }
        else
        {
            await space.ReleasePollAsync(id, run.Ends);
        }

        return run.Show(new DoneToPoll(id), AnswerJson.Readable.DoneToPoll, d => $"Released {d.Id}.\n");
    }

    private static async Task<int> CutAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        await space.CutPollAsync(id, run.Ends);
        return run.Show(new DoneToPoll(id), AnswerJson.Readable.DoneToPoll, d => $"Cut {d.Id}.\n");
    }
}
