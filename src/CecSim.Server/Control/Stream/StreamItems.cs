using System.Diagnostics;
using System.Net.ServerSentEvents;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Journal;
using CecSim.Server.Control.Polls;
using CecSim.Server.Gateway;
using CecSim.Server.Spaces.Following;
using CecSim.Simulation.News;
using static CecSim.Server.Control.Stream.StreamBody;

namespace CecSim.Server.Control.Stream;

/// <summary>From a space's news to server-sent events, each with a name of its kind.</summary>
internal static class StreamItems
{
    /// <summary>The first one: whatever happens from now on is told.</summary>
    public static SseItem<StreamBody> Following(string space, DateTimeOffset at) =>
        new(new StreamBody(at) { Space = space }, "following");

    public static SseItem<StreamBody> Of(SpaceNews item)
    {
        var (name, body) = Describe(item, new StreamBody(item.At));
        return new SseItem<StreamBody>(body, name);
    }

    private static (string Name, StreamBody Body) Describe(SpaceNews item, StreamBody body) => item switch
    {
        RequestRecorded n => ("request", body with { Entry = JournalBodies.Of(n.Draft.Read()) }),
        PollHeld n => ("pollHeld", body with { Poll = HeldPollBody.Of(n.Poll) }),
        PollReleased n => ("pollReleased", body with { Poll = HeldPollBody.Of(n.Poll), Events = n.EventsCount }),
        CallMoved n => ("call", body with { Call = Of(n) }),
        CallTold n => ("callEvent", body with
        {
            CallEvent = new ToldEventBody(n.CallId, n.User.UserId, CallBody.EventBody.Of(n.Event)),
        }),
        AgentMoved n => ("agent", body with { Agent = AgentBody.Of(n.Agent) }),
        FindingNoted n => ("finding", body with { Finding = Of(n) }),
        MediaMoved n => ("media", body with
        {
            Media = new MovedMediaBody(
                n.CallId, Words.Camel(n.Did.GetType().Name), (n.Did as MediaNews.Pressed)?.Keys, Report: null),
        }),
        MediaEnded n => ("media", body with
        {
            Media = new MovedMediaBody(
                n.CallId, "ended", Keys: null, CallMediaBody.Of(n.CallId, n.Report, n.Recording)),
        }),
        SpaceReset n => ("reset", body with { Reset = Words.Of(n.Scope) }),
        NewsDropped n => ("dropped", body with { Dropped = n.Count }),
        _ => throw new UnreachableException($"{item.GetType().Name} has no name in the stream."),
    };

    private static MovedCallBody Of(CallMoved call) => new(
        call.CallId,
        Words.Of(call.State),
        call.User.UserId,
        call.User.Channel.Id,
        Words.Of(call.Media),
        call.AccessCode,
        call.Queue,
        call.WorkNo);

    private static FoundBody Of(FindingNoted found) => new(
        found.Rule.Code,
        Words.Of(found.Rule.Level),
        found.Rule.Sentence,
        found.Case.Entry,
        found.Case.User,
        found.Case.Detail);
}
