namespace CecSim.Cli.Control;

/// <summary><c>cecsim queues</c>: a space's skill queues, and who waits in them.</summary>
internal static class QueuesCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The queue's name." };

    public static Command Create() =>
        new Command("queues", "The skill queues of a space.")
        {
            new Command("list", "The queues, with how many wait in each.").Does(ListAsync),
            new Command("show", "One queue, with everyone who waits in it.") { Name }.Does(ShowAsync),
        }
        .OfSpace()
        .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListQueuesAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListQueueDetails,
        queues => TableWriter.Of(
            ["NAME", "TYPE", "ON DUTY", "IDLE", "WAITING", "FIRST SINCE"],
            queues.Select(q => (string?[])
            [
                q.Name,
                EnumWords.Of(q.Type),
                TableWriter.Number(q.OnDuty),
                TableWriter.Number(q.Idle),
                TableWriter.Number(q.Waiting.Count),
                q.Waiting.Count == 0 ? null : TableWriter.Time(q.Waiting[0].Since),
            ]),
            "The space has no queue."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var name = run.Value(Name);
        var queues = await space.ListQueuesAsync(run.Ends);
        return queues.FirstOrDefault(q => q.Name == name) is { } queue
            ? run.Show(queue, AnswerJson.Contract.QueueDetails, TextOf)
            : run.Refuse(
                $"There is no queue {name}. The space has {TableWriter.List(queues.Select(q => q.Name))}.",
                ExitCodes.Failed);
    }

    private static string TextOf(QueueDetails queue) =>
        TableWriter.Facts(
            ("queue", queue.Name),
            ("type", EnumWords.Of(queue.Type)),
            ("on duty", TableWriter.Number(queue.OnDuty)),
            ("idle", TableWriter.Number(queue.Idle)))
        + "\n"
        + TableWriter.Of(
            ["PLACE", "KIND", "USER", "CHANNEL", "SINCE", "DUE"],
            queue.Waiting.Select(w => (string?[])
            [
                TableWriter.Number(w.Place),
                EnumWords.Of(w.Kind),
                w.UserId,
                w.ChannelId,
                TableWriter.Time(w.Since),
                TableWriter.Time(w.Due),
            ]),
            "Nobody waits.");
}
