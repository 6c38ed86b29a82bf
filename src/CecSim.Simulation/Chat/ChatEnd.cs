namespace CecSim.Simulation.Chat;

/// <summary>Why a text session ended.</summary>
public enum ChatEnd
{
    ByCustomer,
    ByAgent,

    /// <summary>It was not polled for the session time.</summary>
    Silence,
    QueueTimeout,
    QueueBusy,
    NoAgents,
    OutsideWorkingHours,
    ConnectFailed,
    IvrOver,

    /// <summary>The customer's call ended, and the channel ends the session with it.</summary>
    CallOver,
}
