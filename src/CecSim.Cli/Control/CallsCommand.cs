using System.CommandLine;
using CecSim.ControlClient;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim calls</c>: a space's calls, and events for them by hand.</summary>
internal static class CallsCommand
{
    private static readonly Argument<long> Id = new("ID") { Description = "The call, by its number." };
    private static readonly Argument<string> Event = Events.Argument(ArgumentArity.ExactlyOne);

    public static Command Create() =>
        new Command("calls", "The calls that live and the last ones that ended.")
        {
            new Command("list", "The calls, the oldest first.").Does(ListAsync),
            new Command("show", "One call, with all that its client was told.") { Id }.Does(ShowAsync),
            new Command("push", "Lets an event come to a call by hand.") { Id, Event, Events.Desc }.Does(PushAsync),
        }
        .OfSpace()
        .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListCallsAsync(run.Ends),
        AnswerJson.Readable.IReadOnlyListCallDetails,
        calls => Sheet.Of(
            ["ID", "STATE", "USER", "CHANNEL", "MEDIA", "QUEUE", "PLACE", "AGENT", "CREATED", "LAST EVENT"],
            calls.Select(c => (string?[])
            [
                Sheet.Number(c.Id),
                c.State,
                c.UserId,
                c.ChannelId,
                c.Media,
                c.Queue,
                Sheet.Number(c.Place),
                Sheet.Number(c.WorkNo),
                Sheet.Time(c.Created),
                c.Events.Count == 0 ? null : $"{c.Events[^1].EventId} {c.Events[^1].Name}",
            ]),
            "There is no call."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        return (await space.ListCallsAsync(run.Ends)).FirstOrDefault(c => c.Id == id) is { } call
            ? run.Show(call, AnswerJson.Readable.CallDetails, TextOf)
            : ControlRun.Refuse($"There is no call {id}, or it ended long ago.", ExitCodes.Failed);
    }

    private static async Task<int> PushAsync(ControlRun run, SpaceControl space)
    {
        await space.PushEventAsync(
            run.Value(Id), Events.Of(run.Value(Event), run.Value(Events.Desc)), run.Ends);
        return await ShowAsync(run, space);
    }

    private static string TextOf(CallDetails call) =>
        Sheet.Facts(
            ("call", Sheet.Number(call.Id)),
            ("state", call.State),
            ("user", call.UserId),
            ("channel", call.ChannelId),
            ("media", call.Media),
            ("accessCode", call.AccessCode),
            ("created", Sheet.Time(call.Created)),
            ("queue", call.Queue),
            ("place", Sheet.Number(call.Place)),
            ("agent", Sheet.Number(call.WorkNo)))
        + "\n"
        + Sheet.Of(
            ["EVENT", "NAME", "AT", "CAUSE"],
            call.Events.Select(e => (string?[])
            [
                Sheet.Number(e.EventId),
                e.Name,
                Sheet.Time(e.At),
                $"{e.CauseId} {e.CauseDesc}",
            ]),
            "Its client was told nothing yet.");
}
