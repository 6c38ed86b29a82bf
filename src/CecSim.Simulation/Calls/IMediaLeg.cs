namespace CecSim.Simulation.Calls;

/// <summary>The media of a call, as the gateway carries them.</summary>
public interface IMediaLeg
{
    /// <summary>The call is over: the far end hangs up. Called within the timeline's lock: it must not wait.</summary>
    void CallEnded();
}
