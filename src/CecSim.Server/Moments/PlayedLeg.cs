using CecSim.Simulation.Calls;

namespace CecSim.Server.Moments;

/// <summary>Stands where a browser's media were; nobody hears them.</summary>
internal sealed class PlayedLeg : IMediaLeg
{
    public void Joins(long callId)
    {
    }

    public void CallEnded()
    {
    }

    public void AgentHolds(bool isHolding)
    {
    }

    public void AgentIsThere(bool isThere)
    {
    }

    public void ConnectionDrops()
    {
    }
}
