using CecSim.Control.Contracts;

namespace CecSim.Server.Control.Problems;

/// <summary>The one place where a code of the control API becomes a problem (RFC 9457).</summary>
internal static class ControlProblems
{
    /// <summary>Each type of problem that the control API answers with, and its status.</summary>
    public static IReadOnlyList<(string Type, int Status)> All { get; } =
        [
            .. Enum.GetValues<ProblemCode>().Where(c => c != ProblemCode.Unknown)
                .Select(c => (Problem.TypeOf(c), StatusOf(c))),
        ];

    public static int StatusOf(ProblemCode code) => Describe(code).Status;

    public static string TitleOf(ProblemCode code) => Describe(code).Title;

    public static ProblemHttpResult ToProblem(
        this ProblemCode code, string detail, IReadOnlyList<Diagnostic>? complaints = null)
    {
        var (status, title) = Describe(code);
        var extensions = new Dictionary<string, object?>();
        if (complaints is not null)
        {
            extensions["complaints"] = complaints.Select(c => c.ToString()).ToArray();
        }

        return TypedResults.Problem(
            VisibleText.Lines(detail),
            statusCode: status,
            title: title,
            type: Problem.TypeOf(code),
            extensions: extensions);
    }

    private static (int Status, string Title) Describe(ProblemCode code) => code switch
    {
        ProblemCode.BadRequest => (400, "The request is not as it must be."),
        ProblemCode.RouteUnknown => (404, "The control API has no such route."),
        ProblemCode.MethodNotAllowed => (405, "The route does not take this method."),
        ProblemCode.BodyTooLarge => (413, "The body is too large."),
        ProblemCode.NotJson => (415, "The body must be JSON: Content-Type: application/json."),
        ProblemCode.ContentCoded => (415, "The body must come as it is, without a content coding."),
        ProblemCode.TooManyWrongKeys => (429, "Too many wrong keys came from there."),
        ProblemCode.KeyMissing => (401, "This address takes the control key only."),
        ProblemCode.HostForeign => (403, "The Host header names another host."),
        ProblemCode.OriginForeign => (403, "The request comes from another site's page."),
        ProblemCode.SpaceUnknown => (404, "There is no such space."),
        ProblemCode.SpaceFailed => (409, "The space has failed. A reset heals it."),
        ProblemCode.ScenarioUnknown => (404, "There is no such scenario, neither of the server nor shipped."),
        ProblemCode.ScenarioBroken => (422, "The scenario is not as it must be."),
        ProblemCode.NameTaken => (409, "Another has the name."),
        ProblemCode.CredentialsTaken => (409, "Another space has the credentials."),
        ProblemCode.TooManySpaces => (409, "The server has as many spaces as it may."),
        ProblemCode.TooManyAgents => (409, "The server has as many agents as it may."),
        ProblemCode.CannotBeKept => (503, "There is no room where spaces are kept."),
        ProblemCode.PollUnknown => (404, "No such poll is held."),
        ProblemCode.TokenUnknown => (404, "Nobody has such a token, or it is not good any more."),
        ProblemCode.NotWaiting => (409, "So many requests do not wait."),
        ProblemCode.CallUnknown => (404, "There is no such call."),
        ProblemCode.NoCall => (409, "The user has no call."),
        ProblemCode.NoMedia => (409, "The call has had no media."),
        ProblemCode.CallOver => (409, "The call is over, or was dropped and may only end."),
        ProblemCode.AgentUnknown => (404, "There is no such agent."),
        ProblemCode.AgentRefuses => (409, "The agent cannot do that now."),
        ProblemCode.FaultUnknown => (404, "There is no such fault."),
        ProblemCode.TooManyFaults => (409, "The space has as many faults as it may."),
        ProblemCode.TooManyFollowers => (409, "The space has as many followers as it may."),
        ProblemCode.TooManyTrials => (409, "As many scenarios wait to be tried as may."),
        ProblemCode.ClockEnds => (409, "A space's time goes no further."),
        ProblemCode.TimeStands => (409, "Time stands: a message is at a breakpoint."),
        ProblemCode.MessageUnknown => (404, "Nothing of that name stands at a breakpoint."),
        ProblemCode.NoRecording => (409, "The call has no such recording, or not yet."),
        ProblemCode.StateUnknown => (400, "There is no such provider state."),
        ProblemCode.StateImpossible => (409, "The provider state cannot be set up here."),
        ProblemCode.EntryUnknown => (404, "The journal has no such entry."),
        ProblemCode.NothingRecorded => (409, "Nothing is recorded."),
        ProblemCode.CannotBeRepeated => (409, "The space cannot be made again as it is."),
        ProblemCode.MomentBroken => (422, "The moment is not as a server exports it."),
        ProblemCode.SnapshotUnknown => (404, "There is no such snapshot."),
        ProblemCode.TooManySnapshots => (409, "The server keeps as many snapshots as it may."),
        ProblemCode.NotReady => (503, "The server does not listen yet, or is about to end."),
        ProblemCode.Bug => (500, "CecSim failed. This is a bug."),
        ProblemCode.Unknown => throw new ArgumentOutOfRangeException(nameof(code), code, "A server knows its own."),
    };
}
