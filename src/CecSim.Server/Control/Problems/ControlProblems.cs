using CecSim.Scenarios;
using CecSim.Simulation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CecSim.Server.Control.Problems;

/// <summary>The one place where a refusal of the control API becomes a problem (RFC 9457).</summary>
internal static class ControlProblems
{
    /// <summary>Each type of problem that the control API answers with, and its status.</summary>
    public static IReadOnlyList<(string Type, int Status)> All { get; } =
        [.. Enum.GetValues<ControlRefusal>().Select(r => (TypeOf(Describe(r).Code), Describe(r).Status))];

    public static ProblemHttpResult ToProblem(
        this ControlRefusal refusal, string detail, IReadOnlyList<Complaint>? complaints = null)
    {
        var (status, code, title) = Describe(refusal);
        var extensions = new Dictionary<string, object?>();
        if (complaints is not null)
        {
            extensions["complaints"] = complaints.Select(c => c.ToString()).ToArray();
        }

        return TypedResults.Problem(
            VisibleText.Lines(detail), statusCode: status, title: title, type: TypeOf(code), extensions: extensions);
    }

    private static string TypeOf(string code) => $"urn:cecsim:problem:{code}";

    private static (int Status, string Code, string Title) Describe(ControlRefusal refusal) => refusal switch
    {
        ControlRefusal.BadRequest => (400, "bad-request", "The request is not as it must be."),
        ControlRefusal.RouteUnknown => (404, "route-unknown", "The control API has no such route."),
        ControlRefusal.MethodNotAllowed => (405, "method-not-allowed", "The route does not take this method."),
        ControlRefusal.BodyTooLarge => (413, "body-too-large", "The body is too large."),
        ControlRefusal.NotJson => (415, "not-json", "The body must be JSON: Content-Type: application/json."),
        ControlRefusal.ContentCoded => (415, "content-coded", "The body must come as it is, without a content coding."),
        ControlRefusal.TooManyWrongKeys => (429, "too-many-wrong-keys", "Too many wrong keys came from there."),
        ControlRefusal.KeyMissing => (401, "key-missing", "This address takes the control key only."),
        ControlRefusal.HostForeign => (403, "host-foreign", "The Host header names another host."),
        ControlRefusal.OriginForeign => (403, "origin-foreign", "The request comes from another site's page."),
        ControlRefusal.SpaceUnknown => (404, "space-unknown", "There is no such space."),
        ControlRefusal.SpaceFailed => (409, "space-failed", "The space has failed. A reset heals it."),
        ControlRefusal.ScenarioUnknown => (404, "scenario-unknown", "The server was not started with that scenario."),
        ControlRefusal.ScenarioBroken => (422, "scenario-broken", "The scenario is not as it must be."),
        ControlRefusal.NameTaken => (409, "name-taken", "Another space has the name."),
        ControlRefusal.CredentialsTaken => (409, "credentials-taken", "Another space has the credentials."),
        ControlRefusal.TooManySpaces => (409, "too-many-spaces", "The server has as many spaces as it may."),
        ControlRefusal.TooManyAgents => (409, "too-many-agents", "The server has as many agents as it may."),
        ControlRefusal.PollUnknown => (404, "poll-unknown", "No such poll is held."),
        ControlRefusal.NotWaiting => (409, "not-waiting", "So many requests do not wait."),
        ControlRefusal.CallUnknown => (404, "call-unknown", "There is no such call."),
        ControlRefusal.NoCall => (409, "no-call", "The user has no call."),
        ControlRefusal.NoMedia => (409, "no-media", "The call has had no media."),
        ControlRefusal.CallOver => (409, "call-over", "The call is over, or was dropped and may only end."),
        ControlRefusal.AgentUnknown => (404, "agent-unknown", "There is no such agent."),
        ControlRefusal.AgentRefuses => (409, "agent-refuses", "The agent cannot do that now."),
        ControlRefusal.FaultUnknown => (404, "fault-unknown", "There is no such fault."),
        ControlRefusal.TooManyFaults => (409, "too-many-faults", "The space has as many faults as it may."),
        ControlRefusal.TooManyFollowers => (409, "too-many-followers", "The space has as many followers as it may."),
        ControlRefusal.ClockEnds => (409, "clock-ends", "A space's time goes no further."),
        ControlRefusal.StateUnknown => (400, "state-unknown", "There is no such provider state."),
        ControlRefusal.StateImpossible => (409, "state-impossible", "The provider state cannot be set up here."),
        ControlRefusal.EntryUnknown => (404, "entry-unknown", "The journal has no such entry."),
        ControlRefusal.NothingRecorded => (409, "nothing-recorded", "Nothing is recorded."),
        ControlRefusal.CannotBeRepeated => (409, "cannot-be-repeated", "The space cannot be made again as it is."),
        ControlRefusal.MomentBroken => (422, "moment-broken", "The moment is not as a server exports it."),
        ControlRefusal.NotReady => (503, "not-ready", "The server does not listen yet, or is about to end."),
        ControlRefusal.Bug => (500, "bug", "CecSim failed. This is a bug."),
    };
}
