namespace CecSim.Control.Contracts;

/// <summary>What an event of a space's stream is about: its name there is the member's word.</summary>
[JsonConverter(typeof(EnumWordConverter<StreamKind>))]
public enum StreamKind
{
    /// <summary>Something that only a newer server knows.</summary>
    Unknown,

    /// <summary>The first one: whatever happens from now on is told.</summary>
    Following,

    /// <summary>A request was recorded, or its answer turned out to be cut short.</summary>
    Request,

    /// <summary>A long poll waits.</summary>
    PollHeld,

    /// <summary>A long poll got its answer.</summary>
    PollReleased,

    /// <summary>A call has another state.</summary>
    Call,

    /// <summary>A call's event is there for its client.</summary>
    CallEvent,

    /// <summary>An agent has another state.</summary>
    Agent,

    /// <summary>A client did something that it should not.</summary>
    Finding,

    /// <summary>The media of a call did something, or are over.</summary>
    Media,

    /// <summary>The space began anew.</summary>
    Reset,

    /// <summary>The space has failed.</summary>
    Failed,

    /// <summary>A reset healed the space.</summary>
    Healed,

    /// <summary>Events are missing here: they came faster than they were read.</summary>
    Dropped,

    /// <summary>A softphone has registered, or can no longer be called.</summary>
    Phone,

    /// <summary>A SIP message came or went.</summary>
    Sip,

    /// <summary>A message stands at a breakpoint.</summary>
    BreakpointHeld,

    /// <summary>A message has left its breakpoint.</summary>
    BreakpointLeft,
}
