using CecSim.Control.Contracts;
using CecSim.Server.Control.Clock;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Supervision;
using CecSim.Simulation.Transfers;

namespace CecSim.Server.Control.Agents;

/// <summary>What an agent can be made to do by hand, by the last word of the route.</summary>
internal static class AgentActions
{
    private static readonly TimeSpan RestAllowed = TimeSpan.FromMinutes(10);

    public static IReadOnlyDictionary<string, Func<Space, int, AgentAction, AgentRefusal?>> All { get; } =
        new Dictionary<string, Func<Space, int, AgentAction, AgentRefusal?>>(StringComparer.Ordinal)
        {
            ["sign-in"] = Ask(_ => new AgentInput.SignIn()),
            ["sign-out"] = Ask(_ => new AgentInput.SignOut()),
            ["not-ready"] = Ask(b => new AgentInput.SetNotReady(b.Reason ?? NotReadyReason.OwnWish)),
            ["ready"] = GetReady,
            ["rest"] = Ask(b => new AgentInput.SetRest(b.Reason ?? NotReadyReason.Rest, RestOf(b) ?? RestAllowed)),
            ["answer"] = Ask(_ => new AgentInput.Answer()),
            ["decline"] = Ask(_ => new AgentInput.Decline()),
            ["hold"] = Ask(_ => new AgentInput.Hold()),
            ["retrieve"] = Ask(_ => new AgentInput.Retrieve()),
            ["mute"] = (space, workNo, _) => space.Agents.Mute(workNo, isMuted: true),
            ["unmute"] = (space, workNo, _) => space.Agents.Mute(workNo, isMuted: false),
            ["seek-help"] = (space, workNo, _) => space.Agents.SeekHelp(workNo, needsHelp: true),
            ["cancel-help"] = (space, workNo, _) => space.Agents.SeekHelp(workNo, needsHelp: false),
            ["transfer"] = Ask(b => new AgentInput.Transfer(TargetsOf(b).Single())),
            ["consult"] = Ask(b => new AgentInput.Consult(TargetsOf(b).Single())),
            ["complete"] = Ask(_ => new AgentInput.Complete()),
            ["come-back"] = Ask(_ => new AgentInput.ComeBack()),
            ["confer"] = Ask(_ => new AgentInput.Confer()),
            ["listen"] = Supervise(SupervisionMode.Listen),
            ["insert"] = Supervise(SupervisionMode.Insert),
            ["intercept"] = Supervise(SupervisionMode.Intercept),
            ["force-not-ready"] = Force(isReady: false),
            ["force-ready"] = Force(isReady: true),
            ["release"] = Ask(_ => new AgentInput.Release(TimeSpan.Zero)),
            ["write"] = (space, workNo, body) => space.Chats.WriteAs(workNo, body.UserId!, body.Text!),
            ["end"] = (space, workNo, body) => space.Chats.EndAs(workNo, body.UserId!),
        };

    /// <returns>What an action lacks, in words; null when it has all that it needs.</returns>
    public static string? ComplaintOf(string action, AgentAction body) => action switch
    {
        "write" when string.IsNullOrEmpty(body.UserId) || string.IsNullOrEmpty(body.Text) =>
            "write needs userId and text.",
        "end" when string.IsNullOrEmpty(body.UserId) => "end needs userId.",
        "rest" when body.For is not null && RestOf(body) is null => "for must be a time such as PT10M or 10m.",
        "listen" or "insert" or "intercept" or "force-not-ready" or "force-ready" when body.Agent is null =>
            $"{action} needs agent.",
        "transfer" or "consult" when TargetsOf(body) is not [_] =>
            $"{action} needs one of queue, agent, number and ivr.",
        _ => null,
    };

    private static Func<Space, int, AgentAction, AgentRefusal?> Supervise(SupervisionMode mode) =>
        (space, workNo, body) => space.QualityChecks.Supervise(workNo, body.Agent!.Value, mode);

    private static Func<Space, int, AgentAction, AgentRefusal?> Force(bool isReady) =>
        (space, workNo, body) => space.QualityChecks.Force(workNo, body.Agent!.Value, isReady);

    private static List<TransferTarget> TargetsOf(AgentAction body)
    {
        TransferTarget?[] named =
        [
            body.Queue is { } queue ? new TransferTarget.ToSkill(queue) : null,
            body.Agent is { } workNo ? new TransferTarget.ToAgent(workNo) : null,
            body.Number is { } number ? new TransferTarget.ToNumber(number) : null,
            body.Ivr is { } ivr ? new TransferTarget.ToIvr(ivr) : null,
        ];
        return [.. named.OfType<TransferTarget>()];
    }

    private static TimeSpan? RestOf(AgentAction body) => body.For is null ? null : ClockJson.Duration(body.For);

    private static Func<Space, int, AgentAction, AgentRefusal?> Ask(Func<AgentAction, AgentInput> input) =>
        (space, workNo, body) => space.Agents.Ask(workNo, input(body));

    // However it became busy: each of the three ends one of the ways, and is refused in the others.
    private static AgentRefusal? GetReady(Space space, int workNo, AgentAction body)
    {
        AgentRefusal? first = null;
        foreach (var input in (AgentInput[])
                 [new AgentInput.CancelNotReady(), new AgentInput.CancelRest(), new AgentInput.CancelWork()])
        {
            if (space.Agents.Ask(workNo, input) is not { } refusal)
            {
                return null;
            }

            first ??= refusal;
        }

        return first;
    }
}
