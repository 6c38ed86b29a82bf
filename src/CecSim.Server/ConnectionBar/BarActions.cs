using System.Globalization;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Transfers;

namespace CecSim.Server.ConnectionBar;

/// <summary>What a person can do at the bar, by the last word of the route.</summary>
internal static class BarActions
{
    /// <returns>Why not; null when it is done, or the body does not say what is needed.</returns>
    public delegate AgentRefusal? Act(ConnectionBars bars, BarSession session, BodyFields body);

    public static IReadOnlyDictionary<string, Act> All { get; } =
        new Dictionary<string, Act>(StringComparer.Ordinal)
        {
            ["open"] = (_, _, _) => null,
            ["take-over"] = TakeOver,
            ["sign-in"] = Ask(new AgentInput.SignIn()),
            ["sign-out"] = Ask(new AgentInput.SignOut()),
            ["not-ready"] = Ask(new AgentInput.SetNotReady(NotReadyReason.OwnWish)),
            ["cancel-not-ready"] = Ask(new AgentInput.CancelNotReady()),
            ["rest"] = Ask(new AgentInput.SetRest(NotReadyReason.Rest, ConnectionBars.RestAllowed)),
            ["cancel-rest"] = Ask(new AgentInput.CancelRest()),
            ["work"] = Ask(new AgentInput.SetWork()),
            ["cancel-work"] = Ask(new AgentInput.CancelWork()),
            ["answer"] = Ask(new AgentInput.Answer()),
            ["decline"] = Ask(new AgentInput.Decline()),
            ["hold"] = Ask(new AgentInput.Hold()),
            ["retrieve"] = Ask(new AgentInput.Retrieve()),
            ["release"] = Ask(new AgentInput.Release(TimeSpan.Zero)),
            ["mute"] = (bars, session, _) => bars.Mute(session, isMuted: true),
            ["unmute"] = (bars, session, _) => bars.Mute(session, isMuted: false),
            ["seek-help"] = (bars, session, _) => bars.SeekHelp(session, needsHelp: true),
            ["cancel-help"] = (bars, session, _) => bars.SeekHelp(session, needsHelp: false),
            ["transfer"] = WithTarget(t => new AgentInput.Transfer(t)),
            ["consult"] = WithTarget(t => new AgentInput.Consult(t)),
            ["complete"] = Ask(new AgentInput.Complete()),
            ["come-back"] = Ask(new AgentInput.ComeBack()),
            ["confer"] = Ask(new AgentInput.Confer()),
            ["callout"] = CallOut,
        };

    /// <summary>As the CC-Gateway's clients know it: 0 is success, 100-006 an agent who is not signed in.</summary>
    public static string CodeOf(AgentRefusal? refusal) => refusal switch
    {
        null => "0",
        AgentRefusal.SignedOut => "100-006",
        _ => "100-001",
    };

    public static string TextOf(AgentRefusal? refusal) => refusal?.ToString() ?? "";

    private static AgentRefusal? TakeOver(ConnectionBars bars, BarSession session, BodyFields body)
    {
        bars.TakeOver(session, body.GetStringOrEmpty("page"));
        return null;
    }

    private static Act Ask(AgentInput input) =>
        (bars, session, _) => bars.Ask(session, input);

    private static Act WithTarget(Func<TransferTarget, AgentInput> input) => (bars, session, body) =>
    {
        var target = TargetIn(body);
        return body.Problem is null ? bars.Ask(session, input(target)) : null;
    };

    // The first that it names, and a queue where it names nothing: that becomes the problem.
    private static TransferTarget TargetIn(BodyFields body) =>
        body.OptionalText("agent", 6) is { } agent
            ? new TransferTarget.ToAgent(int.TryParse(agent, CultureInfo.InvariantCulture, out var workNo) ? workNo : 0)
            : body.OptionalText("number", 100) is { } number ? new TransferTarget.ToNumber(number)
            : body.OptionalText("ivr", 100) is { } ivr ? new TransferTarget.ToIvr(ivr)
            : new TransferTarget.ToSkill(body.Text("queue", 100));

    private static AgentRefusal? CallOut(ConnectionBars bars, BarSession session, BodyFields body)
    {
        var number = body.Text("number", 100);
        var mode = body.OneOf("mode", "audio", "video");
        return body.Problem is null
            ? bars.CallOut(session, number, mode == "video" ? MediaAbility.Video : MediaAbility.Voice)
            : null;
    }
}
