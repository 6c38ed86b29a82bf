namespace CecSim.Simulation.Polls;

/// <summary>A held poll, whatever events it waits for.</summary>
internal interface IHeldPoll
{
    /// <summary>No other poll of the same kind in the space has it.</summary>
    long Number { get; }

    DateTimeOffset Since { get; }

    /// <summary>When it gets the empty answer; null once its answer is on the way.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>The client is gone, and the server is about to notice.</summary>
    bool IsAborted { get; }

    /// <summary>Gives it the empty answer, if it still waits. Within the timeline.</summary>
    void LetGo();

    /// <summary>Breaks its connection. Outside the timeline.</summary>
    void Cut();
}
