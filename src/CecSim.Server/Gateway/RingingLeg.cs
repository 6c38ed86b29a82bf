using CecSim.Simulation.Calls;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Phones;

namespace CecSim.Server.Gateway;

/// <summary>Stands where a call's media will be, while its INVITE waits for the agent.</summary>
internal sealed class RingingLeg : IMediaLeg
{
    private readonly TaskCompletionSource<RingingEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>That of the call which rings; empty before it is joined.</summary>
    public string AccessCode { get; private set; } = "";

    /// <summary>The agent has answered already: there is no need to ring.</summary>
    public bool IsAnswered => _end.Task is { IsCompletedSuccessfully: true, Result: RingingEnd.Answered };

    /// <param name="gone">The caller gives up.</param>
    public async Task<RingingEnd> WhenOverAsync(CancellationToken gone)
    {
        await ((Task)_end.Task).WaitAsync(gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.TrySetResult(RingingEnd.CallerGone);
        return await _end.Task;
    }

    void IMediaLeg.Joins(long callId, string accessCode) => AccessCode = accessCode;

    void IMediaLeg.CallEnded() => _end.TrySetResult(RingingEnd.CallOver);

    void IMediaLeg.AgentHolds(bool isHolding)
    {
    }

    void IMediaLeg.AgentMutes(bool isMuted)
    {
    }

    void IMediaLeg.SetAgentPresent(bool isThere)
    {
        if (isThere)
        {
            _end.TrySetResult(RingingEnd.Answered);
        }
    }

    void IMediaLeg.SetAgentPhone(IPhoneLeg? phone)
    {
    }

    void IMediaLeg.SetTones(LegTones tones)
    {
    }

    void IMediaLeg.Say(IReadOnlyList<Sound> sounds)
    {
    }

    void IMediaLeg.Answer() => _end.TrySetResult(RingingEnd.Answered);

    void IMediaLeg.SetAside(bool isAside)
    {
    }

    void IMediaLeg.Confer(IReadOnlyList<ConferencePhone> others)
    {
    }

    void IMediaLeg.ConnectionDrops()
    {
    }
}
