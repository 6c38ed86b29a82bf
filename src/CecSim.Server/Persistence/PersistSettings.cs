namespace CecSim.Server.Persistence;

/// <summary>Where spaces are kept beyond the process, and how well.</summary>
/// <param name="Folder">It is made where there is none. No other server can use it at the same time.</param>
public sealed record PersistSettings(string Folder)
{
    /// <summary>What a command has to reach before its answer may leave.</summary>
    public PersistSync Sync { get; init; }
}

/// <summary>What a command has to reach before its answer may leave.</summary>
public enum PersistSync
{
    /// <summary>The disk, together with those that came at the same time.</summary>
    Group,

    /// <summary>The disk, by itself.</summary>
    Each,

    /// <summary>The operating system: it outlives the process, and not a power cut.</summary>
    None,
}
