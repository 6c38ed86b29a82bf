namespace CecSim.Simulation.Faults;

/// <summary>
/// The events of one user that wait in line, as a fault finds them: the first is about to be handed to a poll.
/// </summary>
internal interface IEventFaultTarget
{
    /// <summary>Takes the first event out of the line for good. What else would have struck it does not.</summary>
    void DropFirst();

    /// <summary>Puts a copy of the first event into the answer after the one that brings it.</summary>
    void RepeatFirst();

    /// <summary>The second event overtakes the first, which waits for it as long as a poll is held.</summary>
    void SwapFirstTwo();

    /// <summary>Nothing leaves the line for so long; what stands behind the first event stays behind it.</summary>
    void HoldBack(TimeSpan wait);

    /// <summary>Nothing leaves the line until somebody lets the first event go, or drops it.</summary>
    void PauseFirst();

    /// <summary>The connection dies in place of the answer; the events in it leave as if it had arrived.</summary>
    void LoseAnswer();
}
