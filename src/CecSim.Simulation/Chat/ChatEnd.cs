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

/// <summary>What the system writes to the customer at the end. No document prints these texts.</summary>
internal static class ChatEndTexts
{
    public static string Of(ChatEnd why) => why switch
    {
        ChatEnd.ByCustomer or ChatEnd.ByAgent => "The session has ended.",
        ChatEnd.Silence => "The session was released because it was not polled.",
        ChatEnd.QueueTimeout => "No agent became free in time.",
        ChatEnd.QueueBusy => "All agents are busy and the queue is full.",
        ChatEnd.NoAgents => "No agents available currently",
        ChatEnd.OutsideWorkingHours => "The current time is outside the working hours of agents",
        ChatEnd.ConnectFailed => "connect failed",
        ChatEnd.IvrOver => "The session was released by the IVR.",
        ChatEnd.CallOver => "The session has ended with the call.",
    };
}
