using CecSim.Simulation.Calls;
using CecSim.Simulation.Commands;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Phones;
using CecSim.Simulation.Scripts;

namespace CecSim.Server.Snapshots;

/// <summary>Stands where a browser's media were; nobody hears them.</summary>
internal sealed class ReplayMediaLeg : IMediaLeg
{
    /// <summary>That of the call which it has joined; empty before.</summary>
    public string AccessCode { get; private set; } = "";

    public void Joins(long callId, string accessCode) => AccessCode = accessCode;

    public void CallEnded()
    {
    }

    public void AgentHolds(bool isHolding)
    {
    }

    public void AgentMutes(bool isMuted)
    {
    }

    public void SetAgentPresent(bool isThere)
    {
    }

    public void SetAgentPhone(IPhoneLeg? phone)
    {
    }

    public void SetTones(LegTones tones)
    {
    }

    public void Say(IReadOnlyList<Sound> sounds)
    {
    }

    public void Answer()
    {
    }

    public void SetAside(bool isAside)
    {
    }

    public void Confer(IReadOnlyList<ConferencePhone> others)
    {
    }

    public void ConnectionDrops()
    {
    }

    /// <exception cref="InvalidDataException">It is no signal.</exception>
    public static CallSignal SignalOf(RecordedCommand command) => command.Signal switch
    {
        nameof(CallSignal.MediaConnected) => new CallSignal.MediaConnected(),
        nameof(CallSignal.Hold) => new CallSignal.Hold(),
        nameof(CallSignal.Dtmf) => new CallSignal.Dtmf(command.Text ?? ""),
        _ => throw new InvalidDataException($"'{command.Signal}' is no signal."),
    };
}
