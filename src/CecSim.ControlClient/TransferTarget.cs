namespace CecSim.ControlClient;

/// <summary>To whom an agent hands its call on.</summary>
public sealed class TransferTarget
{
    private TransferTarget(AgentAction action) => Action = action;

    internal AgentAction Action { get; }

    /// <summary>A queue of the type of the call's own.</summary>
    /// <param name="name">The queue's name.</param>
    public static TransferTarget Queue(string name) => new(new AgentAction(Queue: name));

    /// <summary>Another agent.</summary>
    /// <param name="workNo">Its work number.</param>
    public static TransferTarget Agent(int workNo) => new(new AgentAction(Agent: workNo));

    /// <summary>A number, as an agent would dial it.</summary>
    /// <param name="number">The number.</param>
    public static TransferTarget Number(string number) => new(new AgentAction(Number: number));

    /// <summary>An IVR flow.</summary>
    /// <param name="name">The flow's name.</param>
    public static TransferTarget Ivr(string name) => new(new AgentAction(Ivr: name));
}
