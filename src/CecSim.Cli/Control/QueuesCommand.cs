using System.CommandLine;
using CecSim.ControlClient;

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
        AnswerJson.Readable.IReadOnlyListQueueDetails,
        queues => Sheet.Of(
            ["NAME", "TYPE", "ON DUTY", "IDLE", "WAITING", "FIRST SINCE"],
            queues.Select(q => (string?[])
            [
                q.Name,
                q.Type,
                Sheet.Number(q.OnDuty),
                Sheet.Number(q.Idle),
                Sheet.Number(q.Waiting.Count),
                q.Waiting.Count == 0 ? null : Sheet.Time(q.Waiting[0].Since),
            ]),
            "The space has no queue."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var name = run.Value(Name);
        var queues = await space.ListQueuesAsync(run.Ends);
        return queues.FirstOrDefault(q => q.Name == name) is { } queue
            ? run.Show(queue, AnswerJson.Readable.QueueDetails, TextOf)
            : ControlRun.Refuse(
                $"There is no queue {name}. The space has {Sheet.List(queues.Select(q => q.Name))}.",
                ExitCodes.Failed);
    }

    private static string TextOf(QueueDetails queue) =>
        Sheet.Facts(
            ("queue", queue.Name),
            ("type", queue.Type),
            ("on duty", Sheet.Number(queue.OnDuty)),
            ("idle", Sheet.Number(queue.Idle)))
        + "\n"
        + Sheet.Of(
            ["PLACE", "KIND", "USER", "CHANNEL", "SINCE", "DUE"],
            queue.Waiting.Select(w => (string?[])
            [
                Sheet.Number(w.Place),
                w.Kind,
                w.UserId,
                w.ChannelId,
                Sheet.Time(w.Since),
                Sheet.Time(w.Due),
            ]),
            "Nobody waits.");
}
