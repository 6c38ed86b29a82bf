using CecSim.Simulation.Calls;

namespace CecSim.Server.Moments;

/// <summary>Stands where a browser's media were; nobody hears them.</summary>
internal sealed class PlayedLeg : IMediaLeg
{
    public void CallEnded()
    {
    }
}
