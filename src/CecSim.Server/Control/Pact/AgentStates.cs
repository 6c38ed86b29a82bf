using CecSim.Simulation.Agents;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Control.Pact;

/// <summary>Agents and working hours, which decide what becomes of a new call or text session.</summary>
internal static class AgentStates
{
    /// <summary>Whom a freed agent meets next is in the queue already; so many are ended before it is given up.</summary>
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
            scene => Open(scene) ?? SignOutAll(scene.Space)),
        new(
            "the contact centre is closed",
            "It is outside the channel's working hours: a new call is refused with 12.",
            [],
            [],
            scene => Change(scene, c => c with
            {
                WorkingHours = new Simulation.DailyHours { From = default, To = default, Days = [] },
            })),
        new("the contact centre is open", "The channel has no working hours: it never closes.", [], [], Open),
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
    public static string? FreeAll(Space space) =>
        space.Agents.View.Select(a => Free(space, a.WorkNo)).FirstOrDefault(c => c is not null);

    /// <returns>Why a new contact would not queue; null when it would.</returns>
    public static string? OccupyAll(Space space)
    {
        foreach (var agent in space.Agents.View)
        {
            if (agent.State is AgentState.SignedOut)
            {
                space.Agents.Ask(agent.WorkNo, new AgentInput.SignIn());
            }

            // Refused is who is busy with something else: that does as well.
            space.Agents.Ask(agent.WorkNo, new AgentInput.SetNotReady(NotReadyReason.OwnWish));
        }

        return space.Agents.View.Count == 0 ? "The space has no agent that could be busy." : null;
    }

    private static string? SignOutAll(Space space)
    {
        foreach (var agent in space.Agents.View)
        {
            EndCall(space, agent);
            space.Agents.Ask(agent.WorkNo, new AgentInput.SignOut());
        }

        return null;
    }

    private static string? SignIn(PactScene scene)
    {
        var numbers = scene.Space.Agents.View.Select(a => a.WorkNo).ToList();
        var wished = scene.Text("workNo");
        if (numbers.Count == 0)
        {
            return "The space has no agent.";
        }

        var workNo = wished is null ? numbers[0] : numbers.Find(n => $"{n}" == wished);
        scene.Give("workNo", workNo);
        return workNo == 0 ? $"No agent has the work number {wished}." : Free(scene.Space, workNo);
    }

    private static string? Free(Space space, int workNo)
    {
        for (var i = 0; i < ContactsMax; i++)
        {
            var agent = space.Agents.View.First(a => a.WorkNo == workNo);
            if (agent is { State: AgentState.Ready, ChatsCount: 0 })
            {
                return null;
            }

            EndCall(space, agent);
            foreach (var user in agent.ChatsWith)
            {
                space.Chats.EndAs(workNo, user.UserId);
            }

            foreach (var input in (AgentInput[])
                     [
                         new AgentInput.SignIn(), new AgentInput.CancelNotReady(), new AgentInput.CancelRest(),
                         new AgentInput.CancelWork(),
                     ])
            {
                space.Agents.Ask(workNo, input);
            }
        }

        return $"Agent {workNo} does not become free: more than {ContactsMax} customers wait for it.";
    }

    private static void EndCall(Space space, AgentView agent)
    {
        if (agent.Caller is { } caller)
        {
            space.Calls.Forget(caller);
        }
    }

    private static string? Open(PactScene scene) => Change(scene, c => c with { WorkingHours = null });

    private static string? Change(
        PactScene scene, Func<Simulation.Channels.ChannelSettings, Simulation.Channels.ChannelSettings> change)
    {
        scene.ChangeChannel(change);
        return null;
    }
}
