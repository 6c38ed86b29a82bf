namespace CecSim.Simulation.Chat;

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
