using CecSim.Simulation.Agents;
using CecSim.Simulation.Channels;

namespace CecSim.Server.Control.Pact;

/// <summary>Agents and working hours, which decide what becomes of a new call or text session.</summary>
internal static class AgentStates
{
    /// <summary>Whom a freed agent meets next is in the queue already; so many are ended at most.</summary>
    private const int ContactsMax = 1_000;

    public static IReadOnlyList<ProviderState> All { get; } =
    [
        new(
            "an agent is signed in",
            "The agent is signed in and idle.",
            [new("workNo", "the agent's work number; the space's first agent")],
            ["workNo"],
            SignIn),
        new(
            "an agent is free",
            "Every agent is signed in and idle, and the channel is open: a new call is connected at once.",
            [],
            [],
            scene => Open(scene) ?? FreeAll(scene.Space)),
        new(
            "no agent is free",
            "Agents are signed in, all of them busy, and the channel is open: a new call queues.",
            [],
            [],
            scene => Open(scene) ?? OccupyAll(scene.Space)),
        new(
            "no agent is signed in",
            "Every agent is signed out, and the channel is open: a new call or text session is refused with 13.",
            [],
            [],
            scene => Open(scene) ?? Each(scene.Space, SignOut)),
        new(
            "the contact centre is closed",
            "It is outside the channel's working hours: a new call is refused with 12.",
            [],
            [],
            scene => Change(scene, c => c with
            {
                ClickToCall = true,
                WorkingHours = new DailyHours { From = default, To = default, Days = [] },
            })),
        new("the contact centre is open", "The channel never closes, and has click-to-call.", [], [], Open),
        new(
            "the channel has no click-to-call",
            "clickToCallSupported is false, and a new call is refused with 7.",
            [],
            [],
            scene => Change(scene, c => c with { ClickToCall = false })),
        new(
            "the channel has click-to-call",
            "clickToCallSupported and webRTCSupported are true.",
            [],
            [],
            scene => Change(scene, c => c with { ClickToCall = true, WebRtc = true })),
        new(
            "the channel has no WebRTC",
            "webRTCSupported is false.",
            [],
            [],
            scene => Change(scene, c => c with { WebRtc = false })),
    ];

    /// <returns>Why not every agent can be idle; null when all are.</returns>
    public static string? FreeAll(Space space) => Each(space, Free);

    /// <returns>Why a new contact would not queue; null when it would.</returns>
    public static string? OccupyAll(Space space) => space.Agents.View.Count == 0
        ? "The space has no agent that could be busy."
        : Each(space, Occupy);

    private static string? Each(Space space, Func<Space, int, string?> act) =>
        space.Agents.View.Select(a => act(space, a.WorkNo)).FirstOrDefault(c => c is not null);

    private static string? SignIn(PactScene scene)
    {
        var agents = scene.Space.Agents.View;
        var wished = scene.Text("workNo");
        if (agents.FirstOrDefault(a => wished is null || $"{a.WorkNo}" == wished) is not { } agent)
        {
            return wished is null ? "The space has no agent." : $"No agent has the work number {wished}.";
        }

        scene.Give("workNo", agent.WorkNo);
        return Free(scene.Space, agent.WorkNo);
    }

    private static string? Free(Space space, int workNo) => Bring(
        space,
        workNo,
        agent => agent is { State: AgentState.Ready, ChatsCount: 0 },
        agent =>
        {
            foreach (var user in agent.ChatsWith)
            {
                space.Chats.EndAs(workNo, user.UserId);
            }

            Ask(space, workNo, new AgentInput.SignIn(), new AgentInput.CancelNotReady(), new AgentInput.CancelRest());
            Ask(space, workNo, new AgentInput.CancelWork());
        });

    // A rest ends by itself, as wrapping up does; what is not ready by its own wish stays so.
    private static string? Occupy(Space space, int workNo) => Bring(
        space,
        workNo,
        agent => agent.State is AgentState.NotReady,
        _ => Ask(
            space,
            workNo,
            new AgentInput.SignIn(),
            new AgentInput.CancelRest(),
            new AgentInput.SetNotReady(NotReadyReason.OwnWish)));

    private static string? SignOut(Space space, int workNo) => Bring(
        space,
        workNo,
        agent => agent.State is AgentState.SignedOut,
        _ => Ask(space, workNo, new AgentInput.SignOut()));

    // Whoever becomes free is given who waits at once, so that one round may not be enough.
    private static string? Bring(Space space, int workNo, Func<AgentView, bool> isThere, Action<AgentView> act)
    {
        for (var i = 0; i < ContactsMax; i++)
        {
            var agent = space.Agents.View.First(a => a.WorkNo == workNo);
            if (isThere(agent))
            {
                return null;
            }

            if (agent.Caller is { } caller)
            {
                space.Calls.Forget(caller);
            }

            act(agent);
        }

        return $"More than {ContactsMax} customers wait for agent {workNo}.";
    }

    // Refused is what does not fit the agent's state: one of them does.
    private static void Ask(Space space, int workNo, params ReadOnlySpan<AgentInput> inputs)
    {
        foreach (var input in inputs)
        {
            space.Agents.Ask(workNo, input);
        }
    }

    private static string? Open(PactScene scene) =>
        Change(scene, c => c with { ClickToCall = true, WorkingHours = null });

    private static string? Change(PactScene scene, Func<ChannelSettings, ChannelSettings> change)
    {
        scene.ChangeChannel(change);
        return null;
    }
}
