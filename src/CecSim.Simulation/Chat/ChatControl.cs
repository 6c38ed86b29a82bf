namespace CecSim.Simulation.Chat;

/// <summary>What a message to a customer is: <c>controlType</c> of poll (API reference).</summary>
public enum ChatControl
{
    Chat,

    /// <summary>The session is over; the last message of each session.</summary>
    Disconnect,

    /// <summary>The agent has read what the customer wrote; only for polls that ask for it.</summary>
    Read,
}
