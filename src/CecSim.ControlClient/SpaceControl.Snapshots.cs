namespace CecSim.ControlClient;

/// <summary>The space as it stands, and as it stood.</summary>
public sealed partial class SpaceControl
{
    /// <summary>
    /// The space as it stands, with all that brought it there, for <see cref="CecSimControl.ImportSpaceAsync"/> of
    /// another server. Its tokens and secrets are in it.
    /// </summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>JSON, 32 MB at most.</returns>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:cannot-be-repeated</c>: something was done to it that cannot be done again, or too much.
    /// </exception>
    public async Task<string> ExportAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/export", ControlJson.Default.JsonElement, cancellationToken)
            .ConfigureAwait(false)).GetRawText();

    /// <summary>Makes a second space that stands where this one stood at an earlier point.</summary>
    /// <param name="replay">After how many commands, or at which moment; and its name.</param>
    /// <param name="cancellationToken">Ends the request; half a space is none.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:bad-request</c>: there is no such point. <c>…cannot-be-repeated</c>: something was done to
    /// the space that cannot be done again, or too much.
    /// </exception>
    public Task<SpaceDetails> ReplayAsync(SpaceReplay replay, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            $"{_path}/replay",
            replay,
            ControlContractJson.Default.SpaceReplay,
            ControlContractJson.Default.SpaceDetails,
            cancellationToken);
}
