namespace CecSim.Simulation.Faults;

/// <summary>
/// A fault that strikes an event at the moment when a poll is to have it: the first of an answer, where there are
/// several. It is these that count, each once, and not polls: how often a client polls in vain, or hangs up on the
/// answer and asks again, changes nothing.
/// </summary>
public abstract record EventFault : Fault
{
    public override FaultPlace Place => FaultPlace.Events;

    internal abstract void Strike(IEventFaultTarget line);
}

/// <summary>The event comes later, in space time. What comes behind it waits too, so that the order stays.</summary>
public sealed record LateEvent(TimeSpan By) : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.HoldBack(By);
}

/// <summary>The event comes twice: the answer after the one that brings it carries it again.</summary>
public sealed record DuplicateEvent : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.RepeatFirst();
}

/// <summary>The event is taken and never arrives. The poll goes on waiting.</summary>
public sealed record DropEvent : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.DropFirst();
}

/// <summary>Two events change places. One that is alone waits for another, as long as a poll is held.</summary>
public sealed record ReorderEvents : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.SwapFirstTwo();
}

/// <summary>The event leaves the mailbox as if it had been written, and the connection dies.</summary>
public sealed record DropConnectionAfterTakingEvent : EventFault
{
    internal override void Strike(IEventFaultTarget line) => line.LoseAnswer();
}
