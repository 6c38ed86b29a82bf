using CecSim.Simulation.Commands;

namespace CecSim.Server.Persistence;

/// <summary>Where the spaces of a server are kept beyond its process.</summary>
internal interface ISpaceStore
{
    /// <summary>The spaces that were kept there when the process began.</summary>
    IReadOnlyList<StoredSpace> Stored { get; }

    /// <summary>Goes on with the log of a space that was kept; nothing is added to it until it is resumed.</summary>
    ISpaceLog GoOn(StoredSpace space);

    /// <summary>Begins the log of a space. Once this returns, a space of that name outlives the process.</summary>
    /// <exception cref="IOException">It cannot be kept; the message says why.</exception>
    ISpaceLog Begin(SpaceOrigin origin);
}

/// <summary>The log of one space, from its origin on.</summary>
internal interface ISpaceLog : ICommandStore
{
    /// <summary>Whether all that was there before the process is done again.</summary>
    bool IsResumed { get; }

    /// <summary>What was there before the process is done again: from now on commands are new ones.</summary>
    void Resume();

    /// <summary>The space has begun anew, and nothing that came to it before counts any more.</summary>
    /// <exception cref="IOException">It cannot be kept; the message says why.</exception>
    void BeginAnew(SpaceOrigin origin);

    /// <summary>The server ends: nothing that happens from now on counts, and no command is begun.</summary>
    void Stop();

    /// <summary>The space was deleted.</summary>
    void Delete();
}
