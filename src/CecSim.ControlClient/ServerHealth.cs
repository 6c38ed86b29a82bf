namespace CecSim.ControlClient;

/// <summary>How a server that answers is.</summary>
public enum ServerHealth
{
    /// <summary>It runs, but not every listener is up yet, or it is about to end.</summary>
    Live,

    /// <summary>Every listener is up.</summary>
    Ready,
}
