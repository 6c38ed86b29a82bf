using System.Buffers;
using System.Diagnostics;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Breakpoints;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Findings;
using CecSim.Server.Control.Journal;
using CecSim.Server.Control.Phones;
using CecSim.Server.Control.Polls;
using CecSim.Server.Gateway;
using CecSim.Server.Ladders;
using CecSim.Server.Phones;
using CecSim.Server.Spaces.EventStream;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Server.Control.Stream;

/// <summary>From a space's events to server-sent events, each with a name of its kind.</summary>
internal static class StreamItems
{
    /// <summary>The first one: whatever happens from now on is told.</summary>
    public static byte[] WriteFollowing(string space, DateTimeOffset at) =>
        Write(StreamKind.Following, new StreamEvent(at) { Space = space });

    public static byte[] Write(SpaceEvent item)
    {
        var (kind, body) = Describe(item, new StreamEvent(item.At));
        return Write(kind, body);
    }

    // HTML Standard, 9.2.6: a line for its name, one for its data, which as JSON has no line breaks, and an empty one.
    private static byte[] Write(StreamKind kind, StreamEvent body)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        text.Write("event: "u8);
        text.Write(Encoding.UTF8.GetBytes(EnumWords.Of(kind)));
        text.Write("\ndata: "u8);
        using (var json = new Utf8JsonWriter(text))
        {
            JsonSerializer.Serialize(json, body, ControlContractJson.Default.StreamEvent);
        }

        text.Write("\n\n"u8);
        return text.WrittenSpan.ToArray();
    }

    private static (StreamKind Kind, StreamEvent Body) Describe(SpaceEvent item, StreamEvent body) => item switch
    {
        RequestRecorded n => (StreamKind.Request, body with { Entry = JournalMapping.Of(n.Draft.Read()) }),
        PollHeld n => (StreamKind.PollHeld, body with { Poll = n.Poll.ToContract() }),
        PollReleased n => (StreamKind.PollReleased, body with { Poll = n.Poll.ToContract(), Events = n.EventsCount }),
        CallStateChanged n => (StreamKind.Call, body with { Call = Of(n) }),
        CallEventQueued n => (StreamKind.CallEvent, body with
        {
            CallEvent = new QueuedCallEvent(n.CallId, n.User.UserId, n.Event.ToContract()),
        }),
        AgentStateChanged n => (StreamKind.Agent, body with { Agent = n.Agent.ToContract() }),
        PhoneMoved n => (StreamKind.Phone, body with { Phone = new PhoneChange(n.Phone.ToContract(), n.IsRegistered) }),
        FindingReported n => (StreamKind.Finding, body with { Finding = Of(n) }),
        MediaMoved n => (StreamKind.Media, body with
        {
            Media = new MediaChange(
                n.CallId, n.Did.Kind, (n.Did as MediaEvent.Pressed)?.Keys, Report: null),
        }),
        MediaEnded n => (StreamKind.Media, body with
        {
            Media = new MediaChange(
                n.CallId, MediaChangeKind.Ended, Keys: null, n.Report.ToContract(n.CallId, [], n.Recording)),
        }),
        MessagePaused n => (n.IsHeld ? StreamKind.BreakpointHeld : StreamKind.BreakpointLeft, body with
        {
            Message = n.Message.ToContract(),
        }),
        SipPassed n => (StreamKind.Sip, body with { Sip = Of(n) }),
        SpaceReset n => (StreamKind.Reset, body with { Reset = n.Scope }),
        SpaceFailed n => (StreamKind.Failed, body with { Failed = n.Failure.Why }),
        SpaceHealed => (StreamKind.Healed, body),
        EventsDropped n => (StreamKind.Dropped, body with { Dropped = n.Count }),
        _ => throw new UnreachableException($"{item.GetType().Name} has no name in the stream."),
    };

    private static SipMessagePassed Of(SipPassed n) => new(
        n.Message.IsIncoming,
        n.Message.Method,
        n.Message.Status,
        n.Reason,
        n.SipCallId,
        n.CallId,
        n.Account,
        AgentPhoneCalls.TransportOf(n.Message.Transport).ToContract(),
        n.Message.Remote?.ToString());

    private static CallChange Of(CallStateChanged call) => new(
        call.CallId,
        call.State.ToContract(),
        call.User.UserId,
        call.User.Channel.Id,
        call.Media.ToContract(),
        call.AccessCode,
        call.Queue,
        call.WorkNo);

    private static ReportedFinding Of(FindingReported found) => new(
        found.Rule.Code,
        found.Rule.Level.ToContract(),
        found.Rule.Sentence,
        found.Case.Entry,
        found.Case.User,
        found.Case.Detail);
}
