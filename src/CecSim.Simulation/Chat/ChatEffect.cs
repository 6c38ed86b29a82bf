namespace CecSim.Simulation.Chat;

/// <summary>What a decision has to be followed by.</summary>
public enum ChatEffect
{
    None,

    /// <summary>Look for an agent in the queue.</summary>
    SeekAgent,

    /// <summary>The agent greets the customer, and reads what was written before.</summary>
    Greet,

    /// <summary>Whoever serves the session, now or later, owes an answer.</summary>
    OweAnswer,

    /// <summary>Tell the customer that it is over, and let the agent go.</summary>
    Close,
}
