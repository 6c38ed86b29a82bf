namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault that strikes an event at the moment when a poll is to have it: the first of an answer, where there are
/// several. It is these that count, each once, and not polls: how often a client polls in vain, or hangs up on the
/// answer and asks again, changes nothing.
/// </summary>
public abstract record EventFault : Fault
{
    internal abstract void Strike(IEventLine line);
}
