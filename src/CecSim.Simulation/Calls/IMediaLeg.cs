using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <summary>
/// The media of a call, as the gateway carries them. Called within the timeline's lock: it must not wait.
/// </summary>
public interface IMediaLeg
{
    /// <summary>It is the media of that call from now on.</summary>
    /// <param name="accessCode">By which <see cref="CallMedia"/> knows the call.</param>
    void Joins(long callId, string accessCode);

    /// <summary>The call is over: the far end hangs up.</summary>
    void CallEnded();

    /// <summary>The agent puts the customer on hold, or comes back.</summary>
    void AgentHolds(bool isHolding);

    /// <summary>The customer hears music while its agent talks to somebody else, or does so no more.</summary>
    void SetAside(bool isAside);

    /// <summary>The agent is heard no more, or again.</summary>
    void AgentMutes(bool isMuted);

    /// <summary>An agent has answered; or the customer waits for one, at first and after a transfer.</summary>
    void SetAgentPresent(bool isThere);

    /// <summary>
    /// Whose phone it is joined to from now on; null for none, as before. One that has not been picked up is heard
    /// alone.
    /// </summary>
    void SetAgentPhone(IPhoneLeg? phone);

    /// <summary>What is heard in the place of the agent from now on.</summary>
    void SetTones(LegTones tones);

    /// <summary>
    /// What the customer hears now, one after the other and above all else; empty for no more of what was said before.
    /// </summary>
    void Say(IReadOnlyList<Sound> sounds);

    /// <summary>A customer who is only told that it rings is answered: there is something to hear.</summary>
    void Answer();

    /// <summary>Who hears the customer and the agent, and is heard by both, besides them; nobody, as before.</summary>
    void Confer(IReadOnlyList<ConferencePhone> others);

    /// <summary>A fault breaks the connection of its signalling.</summary>
    void ConnectionDrops();
}
