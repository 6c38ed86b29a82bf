namespace CecSim.Simulation.Calls;

/// <summary>Why the media that a client offers belong to no call: they must be what event 168101 promised.</summary>
public enum MediaRefusal
{
    /// <summary>The domain is not the space's.</summary>
    WrongDomain,

    /// <summary>No call has, or lately had, that access code.</summary>
    NoSuchCall,

    /// <summary>The call of that access code is over.</summary>
    CallOver,

    /// <summary>The caller is not the <c>clickToCallCaller</c> of the event.</summary>
    WrongCaller,

    /// <summary>The call has its media already.</summary>
    AlreadyJoined,
}

/// <summary>A request of SIP for a call's media that was refused.</summary>
/// <param name="Method"><c>INVITE</c>, <c>UPDATE</c> and so on.</param>
/// <param name="Status">400 to 699.</param>
/// <param name="Why">In a sentence.</param>
public sealed record RefusedMedia(DateTimeOffset At, string Method, int Status, string Why);
