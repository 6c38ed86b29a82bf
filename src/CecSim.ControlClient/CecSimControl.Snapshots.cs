namespace CecSim.ControlClient;

/// <summary>Snapshots that the server keeps under their names, to go back to.</summary>
public sealed partial class CecSimControl
{
    /// <summary>The snapshots that the server keeps, the oldest first.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<SnapshotDetails>> ListSnapshotsAsync(
        CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync("snapshots", ControlContractJson.Default.SnapshotList, cancellationToken)
            .ConfigureAwait(false)).Snapshots;

    /// <summary>Saves a space as it stands. The server keeps it as long as it runs.</summary>
    /// <param name="snapshotName">1 to 60 characters of a-z, 0-9 and <c>-</c>.</param>
    /// <param name="spaceName">The space.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:name-taken</c>, <c>…too-many-snapshots</c>, or <c>…cannot-be-repeated</c>: something was
    /// done to the space that cannot be done again, or too much.
    /// </exception>
    public Task<SnapshotDetails> SaveSnapshotAsync(
        string snapshotName, string spaceName, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            "snapshots",
            new NewSnapshot(snapshotName, spaceName),
            ControlContractJson.Default.NewSnapshot,
            ControlContractJson.Default.SnapshotDetails,
            cancellationToken);

    /// <summary>A snapshot as JSON, as <see cref="SpaceControl.ExportAsync"/> gives a space.</summary>
    /// <param name="snapshotName">The snapshot.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException"><c>urn:cecsim:problem:snapshot-unknown</c>.</exception>
    public async Task<string> ReadSnapshotAsync(string snapshotName, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(PathOf(snapshotName), ControlJson.Default.JsonElement, cancellationToken)
            .ConfigureAwait(false)).GetRawText();

    /// <summary>Makes a snapshot again. Its time stands then.</summary>
    /// <param name="snapshotName">The snapshot.</param>
    /// <param name="spaceName">
    /// Null to put it in the place of the space that it was; else the name of another one, beside that.
    /// </param>
    /// <param name="cancellationToken">Ends the request; half a space is none.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:snapshot-unknown</c>, or it cannot be made again: the space that was there stays.
    /// </exception>
    public Task<SpaceDetails> LoadSnapshotAsync(
        string snapshotName, string? spaceName = null, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            PathOf(snapshotName) + "/load",
            new SnapshotLoad(spaceName),
            ControlContractJson.Default.SnapshotLoad,
            ControlContractJson.Default.SpaceDetails,
            cancellationToken);

    /// <summary>How another snapshot differs from one: in calls, polls, agents, queues, faults and tokens.</summary>
    /// <param name="snapshotName">The one, which is before.</param>
    /// <param name="other">The other, which is after.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException"><c>urn:cecsim:problem:snapshot-unknown</c>.</exception>
    public Task<SnapshotDifferences> CompareSnapshotsAsync(
        string snapshotName, string other, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            PathOf(snapshotName) + "/differences" + ControlChannel.QueryOf(("with", other)),
            ControlContractJson.Default.SnapshotDifferences,
            cancellationToken);

    /// <summary>Forgets a snapshot.</summary>
    /// <param name="snapshotName">The snapshot.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException"><c>urn:cecsim:problem:snapshot-unknown</c>.</exception>
    public Task DeleteSnapshotAsync(string snapshotName, CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(PathOf(snapshotName), cancellationToken);

    private static string PathOf(string snapshotName) => $"snapshots/{Uri.EscapeDataString(snapshotName)}";
}
