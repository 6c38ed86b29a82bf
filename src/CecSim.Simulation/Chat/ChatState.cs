namespace CecSim.Simulation.Chat;

/// <summary>Where a text session stands.</summary>
public enum ChatState
{
    /// <summary>On its way to an agent; it does not stay so.</summary>
    Seeking,
    WithRobot,
    Queuing,
    WithAgent,

    /// <summary>A queue's policy moved it to an IVR flow (code 160022 of queryQueueInfo).</summary>
    InIvr,
    Ended,
}
