namespace CecSim.Server.WebConsole;

/// <summary>What people may do with the console in a browser.</summary>
public enum ConsoleMode
{
    /// <summary>All that the control API can do.</summary>
    On,

    /// <summary>Look only: the page offers no change. The control API takes changes all the same.</summary>
    Read,

    /// <summary>There is none.</summary>
    Off,
}
