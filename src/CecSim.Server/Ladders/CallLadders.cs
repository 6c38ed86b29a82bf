using System.Globalization;
using System.Text.RegularExpressions;
using CecSim.Control.Contracts;
using CecSim.Server.Gateway;
using CecSim.Server.Phones;
using CecSim.Server.Recording;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Journal;
using CecSim.Telephony.Sip;
using CallEvent = CecSim.Simulation.Calls.CallEvent;
using CallView = CecSim.Simulation.Calls.CallView;
using JournalEntry = CecSim.Simulation.Journal.JournalEntry;

namespace CecSim.Server.Ladders;

/// <summary>Puts together what journal, space, SIP stack and media know of a call.</summary>
internal sealed partial class CallLadders(CallGateway gateway, Recorder recorder, CecSimArgs args)
{
    private TimeProvider Real => recorder.Real;

    public CallLadder Of(Space space, CallView call)
    {
        var clock = space.Time.History;
        var journal = space.Journal.Read();
        var requests = RequestsOf(journal, space, call);
        var dialogs = gateway.Dialogs.Of(space, call.AccessCode);
        List<Rung> found =
        [
            .. requests.SelectMany(RungsOf),
            .. call.IsDialled ? [] : EventsOf(call, requests, clock),
            .. AgentEventsOf(space, call, requests, clock),
            .. dialogs.SelectMany(MessagesOf),
            .. MediaOf(call),
            .. MediaPackets.Of((call.Leg as GatewayCall)?.Capture, LadderParty.Customer, Real),
            .. MediaPackets.Of((call.AgentPhone as PhoneLeg)?.Capture, LadderParty.Phone, Real),
        ];

        // Of one moment, an event before the answer that brings it; otherwise as they were found.
        var rungs = found.OrderBy(r => r.Timestamp).ThenBy(r => r.Protocol != LadderProtocol.Event).ToList();
        return new CallLadder(
            call.Id,
            [
                .. rungs.Select(r => new LadderStep(
                    r.At ?? clock.SpaceTimeAt(r.Timestamp),
                    MillisecondsBetween(rungs[0].Timestamp, r.Timestamp),
                    r.From,
                    r.To,
                    r.Protocol,
                    r.Label,
                    r.Detail,
                    r.Journal,
                    r.Message)),
            ],
            [.. MissingOf(journal, call, dialogs)]);
    }

    private double MillisecondsBetween(long begin, long end) =>
        Math.Round(Real.GetElapsedTime(begin, end).TotalMilliseconds, 3);

    private IEnumerable<string> MissingOf(JournalContent journal, CallView call, IReadOnlyList<CallDialog> dialogs)
    {
        if (!args.Journal)
        {
            yield return "Requests and SIP messages: the server keeps no journal (--no-journal).";
        }

        if (journal.DroppedUntil >= call.CreatedAt)
        {
            yield return $"Requests until {journal.DroppedUntil:O}: the journal has dropped its oldest entries.";
        }

        if (args.Journal && dialogs.Any(d => !BeginsWithInvite(gateway.Sip.Trace.MessagesOf(d.SipCallId))))
        {
            yield return $"SIP messages: {gateway.Sip.Trace.DroppedCount} of the server's oldest were dropped.";
        }
    }

    private static bool BeginsWithInvite(IReadOnlyList<TracedMessage> messages) =>
        messages is [var first, ..] && first.StartLine.StartsWith("INVITE ", StringComparison.Ordinal);

    // From the request that created the call to the one that created the user's next. Counted from the end, since time
    // may stand still and old requests may be gone.
    private static List<JournalEntry> RequestsOf(JournalContent journal, Space space, CallView call)
    {
        var ofUser = journal.Entries.Where(e => e.UserId == call.User.UserId && IsOfCalls(e)).ToList();
        var creations = Enumerable.Range(0, ofUser.Count).Where(i => HasCreated(ofUser[i])).ToList();
        var later = space.Calls.View.Count(c => c.Id > call.Id && c.User == call.User);
        if (later > creations.Count)
        {
            return [];
        }

        var first = later < creations.Count ? creations[^(later + 1)] : 0;
        return ofUser[first..(later > 0 ? creations[^later] : ofUser.Count)].FindAll(e => !IsPollForNothing(e));
    }

    private static bool HasCreated(JournalEntry entry) =>
        entry is { Operation: CecOperation.CreateClickToCall, Status: 200, Wrong: [], IsOfFault: false };

    private static bool IsOfCalls(JournalEntry entry) => entry.Operation
        is CecOperation.CreateClickToCall or CecOperation.GetClickToCallEvents or CecOperation.DropClickToCall;

    private static bool IsPollForNothing(JournalEntry entry) =>
        entry is { Operation: CecOperation.GetClickToCallEvents, Status: 200, Wrong: [], Faults: [], IsCutShort: false }
        && EventIdsIn(entry).Count == 0;

    private static List<int> EventIdsIn(JournalEntry entry) =>
    [
        .. EventId().Matches(entry.ResponseBody?.Text ?? "")
            .Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)),
    ];

    private IEnumerable<Rung> RungsOf(JournalEntry entry)
    {
        yield return new Rung(
            entry.Timestamp,
            LadderParty.Customer,
            LadderParty.Cec,
            LadderProtocol.Http,
            $"{entry.Method} {entry.Operation!.Value.Word()}")
        {
            Journal = entry.Id.ToString(),
        };

        string[] said =
        [
            entry.Status == JournalEntry.NoAnswer ? "no answer" : $"{entry.Status}",
            .. entry.ResultCode is { } code and not "0" ? [code] : Array.Empty<string>(),
            .. EventIdsIn(entry).Select(id => $"{id}"),
        ];
        string[] details =
        [
            .. entry.Wrong.Select(w => w.Why),
            .. entry.Faults.Select(f => $"fault {f}"),
            .. entry.IsCutShort ? ["cut short"] : Array.Empty<string>(),
        ];
        yield return new Rung(
            AnsweredAt(entry), LadderParty.Cec, LadderParty.Customer, LadderProtocol.Http, string.Join(' ', said))
        {
            Detail = details.Length == 0 ? null : string.Join("; ", details),
            Journal = entry.Id.ToString(),
        };
    }

    private long AnsweredAt(JournalEntry entry) =>
        entry.Timestamp + (long)(entry.Duration.TotalSeconds * Real.TimestampFrequency);

    private IEnumerable<Rung> EventsOf(CallView call, List<JournalEntry> requests, ClockHistory clock)
    {
        foreach (var told in call.History)
        {
            var timestamp = TimestampOf(told.At, requests, clock);
            var answer = requests.Find(
                r => EventIdsIn(r).Contains(told.EventId) && r.At + (r.HeldFor ?? default) >= told.At);
            yield return new Rung(
                answer is null ? timestamp : Math.Min(timestamp, AnsweredAt(answer)),
                LadderParty.Cec,
                LadderParty.Customer,
                LadderProtocol.Event,
                LabelOf(told))
            {
                At = told.At,
                Detail = told.Cause is { } cause ? $"{cause.CauseId} {cause.CauseDesc}" : null,
            };
        }
    }

    private static string LabelOf(CallEvent told) =>
        told.Kind == default ? $"{told.EventId}" : $"{told.EventId} {EnumWords.Of(told.Kind)}";

    // What agents are told of the call, and of their own states from the first such event to the last.
    private static IEnumerable<Rung> AgentEventsOf(
        Space space, CallView call, List<JournalEntry> requests, ClockHistory clock)
    {
        var events = space.Agents.Events.Where(e => e.At >= call.CreatedAt).ToList();
        var own = events.FindAll(e => CallOf(e)?.AccessCode == call.AccessCode);
        var callIds = own.Select(e => CallOf(e)!.CallId).ToHashSet();
        var workNos = own.Select(e => e.WorkNo).ToHashSet();
        events.RemoveAll(e => !workNos.Contains(e.WorkNo) || (CallIdOf(e) is { } id && !callIds.Contains(id)));

        // An agent is busy, and its phone rings, before it hears of the call; its state after it is of the same moment.
        var first = events.FindIndex(e => CallIdOf(e) is not null);
        var busy = first < 0 ? -1 : events.FindLastIndex(first, e => e.Notice == AgentNotices.Busy);
        var last = events.FindLast(e => CallIdOf(e) is not null);
        return events.Skip(busy < 0 ? first : busy).Where(e => e.At <= last!.At).Select(e => new Rung(
            TimestampOf(e.At, requests, clock),
            LadderParty.Cec,
            LadderParty.Agent,
            LadderProtocol.Event,
            e.Notice.EventType)
        {
            At = e.At,
            Detail = string.Create(CultureInfo.InvariantCulture, $"agent {e.WorkNo}"),
        });
    }

    private static AgentCall? CallOf(AgentEvent told) => told.Notice.Content switch
    {
        AgentNoticeContent.OfTalk content => content.Call,
        AgentNoticeContent.OfRinging content => content.Call,
        AgentNoticeContent.OfAlerting content => content.Call,
        _ => null,
    };

    private static string? CallIdOf(AgentEvent told) => told.Notice.Content switch
    {
        AgentNoticeContent.OfCallId content => content.CallId,
        AgentNoticeContent.OfCustomer content => content.CallId,
        _ => CallOf(told)?.CallId,
    };

    // While time stands still it came of the last request of that moment, or before any: no clock tells more.
    private static long TimestampOf(DateTimeOffset at, List<JournalEntry> requests, ClockHistory clock) => Math.Max(
        clock.TimestampAt(at),
        requests.FindLast(r => r.At == at && r.Operation != CecOperation.GetClickToCallEvents)?.Timestamp + 1 ?? 0);

    private IEnumerable<Rung> MessagesOf(CallDialog dialog) =>
        gateway.Sip.Trace.MessagesOf(dialog.SipCallId).Select(message =>
        {
            var peer = dialog.IsOfAgent ? LadderParty.Phone : LadderParty.Customer;
            var (from, to) = message.IsIncoming ? (peer, LadderParty.Gateway) : (LadderParty.Gateway, peer);
            var masked = TracedText.Of(message, dialog.Space.Masking);
            return new Rung(message.Timestamp, from, to, LadderProtocol.Sip, masked.Label)
            {
                Detail = $"{message.Transport.ToString().ToLowerInvariant()} {message.Remote}".TrimEnd(),
                Message = masked.Text,
            };
        });

    private static IEnumerable<Rung> MediaOf(CallView call) => ((call.Leg as GatewayCall)?.Moments ?? []).Select(
        moment => new Rung(
            moment.Timestamp, LadderParty.Customer, LadderParty.Gateway, LadderProtocol.Media, $"media {moment.What}"));

    [GeneratedRegex("""\\?"eventId\\?"\s*:\s*\\?"?(\d+)""")]
    private static partial Regex EventId();
}
