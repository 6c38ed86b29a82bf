namespace CecSim.Control.Contracts;

/// <summary>The snapshots that a server keeps.</summary>
/// <param name="Snapshots">The oldest first.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotDetails> Snapshots);

/// <summary>A space as it stood, under a name, to be made again.</summary>
/// <param name="Name">What to call it in other requests.</param>
/// <param name="Space">Which space it was.</param>
/// <param name="Saved">When it was saved, in real time.</param>
/// <param name="Now">The space's time at that moment.</param>
/// <param name="Commands">How many commands had brought it there.</param>
/// <param name="Bytes">What it weighs as JSON.</param>
public sealed record SnapshotDetails(
    string Name, string Space, DateTimeOffset Saved, DateTimeOffset Now, int Commands, long Bytes);

/// <summary>What is to be saved.</summary>
/// <param name="Name">1 to 60 characters of a-z, 0-9 and <c>-</c>; no other snapshot has it.</param>
/// <param name="Space">The space's name.</param>
public sealed record NewSnapshot(string Name, string Space);

/// <summary>Where a snapshot is to be made again.</summary>
/// <param name="Space">
/// The name of the space. Null for that which it had: it takes the place of the space that has the name now. Under
/// another name it stands beside that, with credentials of its own where another space has those.
/// </param>
public sealed record SnapshotLoad(string? Space = null);

/// <summary>How one snapshot differs from another: in calls, polls, agents, queues, faults and tokens.</summary>
/// <param name="Differences">The first hundred.</param>
/// <param name="Total">How many there are.</param>
public sealed record SnapshotDifferences(IReadOnlyList<SnapshotDifference> Differences, int Total);

/// <summary>Something that two snapshots do not have in common.</summary>
/// <param name="Path">Where, as in <c>calls[0].state</c>.</param>
/// <param name="Before">What the first has there, as JSON; null for nothing.</param>
/// <param name="After">What the second has there, as JSON; null for nothing.</param>
public sealed record SnapshotDifference(string Path, string? Before, string? After);

/// <summary>To which earlier point a second space is brought: after so many commands, or to a moment.</summary>
/// <param name="Commands">After so many commands, from 0.</param>
/// <param name="At">To this moment, in the space's time; one of the two.</param>
/// <param name="Name">The second space's name; null for one that is free.</param>
public sealed record SpaceReplay(int? Commands = null, DateTimeOffset? At = null, string? Name = null);
