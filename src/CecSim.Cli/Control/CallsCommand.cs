using CecSim.Cli.Control.Ladders;
using CecSim.Server.Certificates;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim calls</c>: a space's calls, and events for them by hand.</summary>
internal static class CallsCommand
{
    private static readonly Argument<long> Id = new("ID") { Description = "The call, by its number." };

    private static readonly Argument<string> Mid = new("MID")
    {
        Description = "The m-line, or both for both sides in stereo, as calls media tells its files.",
    };

    private static readonly Option<bool> OfAgent = new("--agent")
    {
        Description = "Of the phone that its agent answered at.",
    };

    private static readonly Option<bool> AsMermaid = new("--mermaid")
    {
        Description = "As a sequence diagram of Mermaid, for pages and issues.",
    };

    private static readonly Option<bool> AsSvg = new("--svg") { Description = "As a picture." };

    private static readonly Option<bool> WithMessages = new("--messages")
    {
        Description = "Each SIP message whole, below its line.",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Where to write it, for its owner's eyes only.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<bool> Decrypted = new("--decrypted")
    {
        Description = "Sound and pictures as they were meant; otherwise as they passed, with the keys of their DTLS.",
    };

    private static readonly Argument<string> Event = Events.Argument(ArgumentArity.ExactlyOne);

    public static Command Create()
    {
        var ladder = new Command(
            "ladder", "What passed between the parties of a call: HTTP, events, SIP and media on one axis.")
        {
            Id, AsMermaid, AsSvg, WithMessages,
        };
        ladder.Validators.Add(RefuseTwoForms);
        return new Command("calls", "The calls that live and the last ones that ended.")
        {
            new Command("list", "The calls, the oldest first.").Does(ListAsync),
            new Command("show", "One call, with all that its client was told.") { Id }.Does(ShowAsync),
            new Command("media", "What the gateway heard and saw of a call, also after its end.") { Id, OfAgent }
                .Does(MediaAsync),
            ladder.Does(LadderAsync),
            new Command("pcap", "Writes the SIP and, with serve --capture-media, the media of a call for Wireshark.")
                {
                    Id, Output, Decrypted,
                }
                .Does(PcapAsync),
            new Command("recording", "Writes what serve --record-media has of a call whose media are over.")
                {
                    Id, Mid, Output,
                }
                .Does(RecordingAsync),
            new Command("push", "Lets an event come to a call by hand.") { Id, Event, Events.Desc }.Does(PushAsync),
        }
        .OfSpace()
        .Does(ListAsync);
    }

    // Of two that are asked for, only one could be had.
    private static void RefuseTwoForms(CommandResult result)
    {
        var asked = new Option<bool>[] { AsMermaid, AsSvg, ServerOptions.Json }.Where(result.GetValue).ToList();
        if (asked.Count > 1)
        {
            result.AddError($"A ladder has one form at a time: {string.Join(" or ", asked.Select(o => o.Name))}.");
        }
        else if (asked is [var form] && form != ServerOptions.Json && result.GetValue(WithMessages))
        {
            result.AddError($"{WithMessages.Name} is of the table: name it or {form.Name}.");
        }
    }

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListCallsAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListCallDetails,
        calls => TableWriter.Of(
            ["ID", "STATE", "USER", "CHANNEL", "MEDIA", "QUEUE", "PLACE", "AGENT", "CREATED", "LAST EVENT"],
            calls.Select(c => (string?[])
            [
                TableWriter.Number(c.Id),
                EnumWords.Of(c.State),
                c.UserId,
                c.ChannelId,
                EnumWords.Of(c.Media),
                c.Queue,
                TableWriter.Number(c.Place),
                TableWriter.Number(c.WorkNo),
                TableWriter.Time(c.Created),
                c.Events.Count == 0 ? null : $"{c.Events[^1].EventId} {EnumWords.Of(c.Events[^1].Name)}",
            ]),
            "There is no call."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space)
    {
        var id = run.Value(Id);
        return (await space.ListCallsAsync(run.Ends)).FirstOrDefault(c => c.Id == id) is { } call
            ? run.Show(call, AnswerJson.Contract.CallDetails, TextOf)
            : run.Refuse($"There is no call {id}, or it ended long ago.", ExitCodes.Failed);
    }

    private static async Task<int> MediaAsync(ControlRun run, SpaceControl space) => run.Show(
        run.Value(OfAgent)
            ? await space.ReadAgentMediaAsync(run.Value(Id), run.Ends)
            : await space.ReadMediaAsync(run.Value(Id), run.Ends),
        AnswerJson.Contract.CallMedia,
        CallMediaText.Of);

    private static async Task<int> LadderAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ReadLadderAsync(run.Value(Id), run.Ends),
        AnswerJson.Contract.CallLadder,
        ladder => run.Value(AsMermaid) ? LadderMermaid.Of(ladder)
            : run.Value(AsSvg) ? LadderSvg.Of(ladder)
            : CallLadderText.Of(ladder, run.Value(WithMessages), TableWriter.Columns));

    private static async Task<int> RecordingAsync(ControlRun run, SpaceControl space)
    {
        var (id, file) = (run.Value(Id), run.Value(Output)!);
        var recorded = await space.ReadRecordingAsync(id, run.Value(Mid), run.Ends);
        return WhyNotWritten(run, file, recorded) ?? run.Show(
            new WrittenRecording(id, file, recorded.Length),
            AnswerJson.Readable.WrittenRecording,
            w => $"Wrote call {w.Call} to {TableWriter.Line(w.File)}: {w.Bytes} bytes.\n");
    }

    // What was said is for its owner alone.
    private static int? WhyNotWritten(ControlRun run, string file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            PrivateFile.Write(file, bytes.ToArray(), PrivateFile.OwnerOnly);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return run.Refuse(e.Message, ExitCodes.Failed);
        }
    }

    private static async Task<int> PcapAsync(ControlRun run, SpaceControl space)
    {
        var (id, file) = (run.Value(Id), run.Value(Output)!);
        var pcap = await space.ReadPcapAsync(id, run.Value(Decrypted), run.Ends);
        return WhyNotWritten(run, file, pcap.File) ?? run.Show(
            new WrittenPcap(id, file, pcap.File.Length, pcap.DroppedPackets),
            AnswerJson.Readable.WrittenPcap,
            w => $"Wrote call {w.Call} to {TableWriter.Line(w.File)}: {w.Bytes} bytes"
                + (w.DroppedPackets == 0 ? ".\n" : $"; {w.DroppedPackets} packets had been dropped before.\n"));
    }

    private static async Task<int> PushAsync(ControlRun run, SpaceControl space)
    {
        await space.PushEventAsync(
            run.Value(Id), Events.Of(run.Value(Event), run.Value(Events.Desc)), run.Ends);
        return await ShowAsync(run, space);
    }

    private static string TextOf(CallDetails call) =>
        TableWriter.Facts(
            ("call", TableWriter.Number(call.Id)),
            ("state", EnumWords.Of(call.State)),
            ("user", call.UserId),
            ("channel", call.ChannelId),
            ("media", EnumWords.Of(call.Media)),
            ("accessCode", call.AccessCode),
            ("created", TableWriter.Time(call.Created)),
            ("queue", call.Queue),
            ("place", TableWriter.Number(call.Place)),
            ("agent", TableWriter.Number(call.WorkNo)),
            ("flow", call.Ivr),
            ("step", call.IvrStep))
        + "\n"
        + TableWriter.Of(
            ["EVENT", "NAME", "AT", "CAUSE"],
            call.Events.Select(e => (string?[])
            [
                TableWriter.Number(e.EventId),
                EnumWords.Of(e.Name),
                TableWriter.Time(e.At),
                $"{e.CauseId} {e.CauseDesc}",
            ]),
            "Its client was told nothing yet.");
}
