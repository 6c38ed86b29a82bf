using CecSim.Guarding;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Journal;

namespace CecSim.Simulation.SpaceEvents;

/// <summary>Something that has just happened in a space, for whoever follows it.</summary>
/// <param name="At">In the space's time.</param>
public abstract record SpaceEvent(DateTimeOffset At)
{
    /// <summary>Roughly what it takes in memory while it waits to be read.</summary>
    public virtual long BytesCount => 500;
}

/// <summary>A call began, or is in another state.</summary>
/// <param name="Queue">The queue that it waits in or was served from; null where none has it.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
public sealed record CallStateChanged(
    DateTimeOffset At,
    long CallId,
    User User,
    MediaAbility Media,
    CallState State,
    string AccessCode,
    string? Queue,
    int? WorkNo)
    : SpaceEvent(At)
{
    internal static CallStateChanged Of(Call call, DateTimeOffset at)
    {
        var served = call.Flow as QueuedCall;
        return new CallStateChanged(
            at,
            call.Id,
            call.User,
            call.Media,
            call.State,
            call.AccessCode,
            served?.Queue?.Settings.Name,
            served?.Agent?.Settings.WorkNo);
    }
}

/// <summary>A client has an event to fetch.</summary>
/// <param name="CallId">Null when its user has no call.</param>
public sealed record CallEventQueued(DateTimeOffset At, long? CallId, User User, CallEvent Event) : SpaceEvent(At);

/// <summary>An agent is in another state.</summary>
public sealed record AgentStateChanged(DateTimeOffset At, AgentView Agent) : SpaceEvent(At);

/// <summary>A phone has registered, or can no longer be called.</summary>
public sealed record PhoneMoved(DateTimeOffset At, PhoneView Phone, bool IsRegistered) : SpaceEvent(At);

/// <summary>A poll found no event and waits.</summary>
public sealed record PollHeld(DateTimeOffset At, HeldPollView Poll) : SpaceEvent(At);

/// <summary>A held poll waits no more.</summary>
/// <param name="EventsCount">What its answer carries; 0 for the empty answer, and when its client has hung up.</param>
public sealed record PollReleased(DateTimeOffset At, HeldPollView Poll, int EventsCount) : SpaceEvent(At);

/// <summary>A message stands at a breakpoint, or has left it.</summary>
public sealed record MessagePaused(DateTimeOffset At, HeldMessage Message, bool IsHeld) : SpaceEvent(At)
{
    public override long BytesCount => base.BytesCount + (2 * (Message.Message.Body?.Text.Length ?? 0));
}

/// <summary>The journal has a request, or it came out that its answer was cut short.</summary>
public sealed record RequestRecorded(DateTimeOffset At, JournalDraft Draft) : SpaceEvent(At)
{
    public override long BytesCount => base.BytesCount + Draft.BytesCount;
}

/// <summary>A client did something wrong.</summary>
public sealed record FindingReported(FindingRule Rule, FindingCase Case) : SpaceEvent(Case.At);

/// <summary>Nothing happens in the space from now on, until a reset.</summary>
public sealed record SpaceFailed(DateTimeOffset At, Failure Failure) : SpaceEvent(At);
