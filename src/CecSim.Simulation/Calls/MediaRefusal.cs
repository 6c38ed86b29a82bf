namespace CecSim.Simulation.Calls;

/// <summary>Why the media that a client offers belong to no call: they must be what event 168101 promised.</summary>
public enum MediaRefusal
{
    /// <summary>No live call has that access code.</summary>
    NoSuchCall,

    /// <summary>The caller is not the <c>clickToCallCaller</c> of the event.</summary>
    WrongCaller,

    /// <summary>The call has its media already.</summary>
    AlreadyJoined,
}
