namespace CecSim.ControlClient;

/// <summary>Who has which token.</summary>
public sealed partial class SpaceControl
{
    /// <summary>The tokens of the space's customers, those that are not good any more too.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<HeldToken>> ListTokensAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/tokens", ControlContractJson.Default.TokenList, cancellationToken)
            .ConfigureAwait(false)).Tokens;

    /// <summary>Some of the tokens, and how many there are.</summary>
    /// <param name="text">Only those whose id, kind, user or state has it in it; null for all.</param>
    /// <param name="limit">So many at most; null for all.</param>
    /// <param name="soonest">Only those that are good, and those that end first at the front.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<TokenList> FindTokensAsync(
        string? text, int? limit = null, bool soonest = false, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            $"{_path}/tokens" + ControlChannel.QueryOf(
                ("text", text), ("limit", Number(limit)), ("soonest", soonest ? "true" : null)),
            ControlContractJson.Default.TokenList,
            cancellationToken);

    /// <summary>Lets a token expire before its time.</summary>
    /// <param name="tokenId">The token's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:token-unknown</c>: nobody has it, or it is not good any more.
    /// </exception>
    public Task ExpireTokenAsync(string tokenId, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(TokenPath(tokenId) + "/expire", cancellationToken);

    /// <summary>Takes a token back; of a ccmessaging-token as another applyToken does.</summary>
    /// <param name="tokenId">The token's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:token-unknown</c>: nobody has it, or it is not good any more.
    /// </exception>
    public Task RevokeTokenAsync(string tokenId, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(TokenPath(tokenId) + "/revoke", cancellationToken);

    private string TokenPath(string tokenId) => $"{_path}/tokens/{Uri.EscapeDataString(tokenId)}";
}
