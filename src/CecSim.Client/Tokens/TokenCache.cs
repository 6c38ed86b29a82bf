namespace CecSim.Client.Tokens;

/// <summary>
/// One token for any number of callers: fetched when it is first asked for, again before its end, and once for each
/// time that it is refused, however many callers were refused with it.
/// </summary>
internal sealed class TokenCache(Func<Task<TokenResult>> fetch, TimeSpan margin, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Token? _current;
    private Task<TokenResult>? _fetching;

    /// <param name="refused">
    /// The token that the caller was refused with; null when it was not. Whoever comes with one that was replaced in
    /// the meantime is given the new one.
    /// </param>
    /// <param name="cancellationToken">Ends the caller's wait. The fetching goes on: others may wait for it.</param>
    public Task<TokenResult> GetAsync(Token? refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (refused is not null && ReferenceEquals(_current, refused))
            {
                _current = null;
            }

            if (_current is { } token && !token.IsNearItsEnd(margin, time))
            {
                return Task.FromResult<TokenResult>(new TokenResult.Ready(token));
            }

            _fetching ??= FetchAsync();
            return _fetching.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes over a token that CEC gave in place of another, if that is still the current one.</summary>
    public void Replace(Token replaced, Token by)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_current, replaced))
            {
                _current = by;
            }
        }
    }

    private async Task<TokenResult> FetchAsync()
    {
        // On the pool, so that nothing of it runs under the lock or on the first caller's thread.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        TokenResult? tokenResult = null;
        try
        {
            tokenResult = await fetch().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _fetching = null;
                _current = (tokenResult as TokenResult.Ready)?.Token ?? _current;
            }
        }

        // One that was to be renewed before its end is good until then.
        return tokenResult is TokenResult.None && Alive() is { } token ? new TokenResult.Ready(token) : tokenResult;
    }

    private Token? Alive()
    {
        lock (_gate)
        {
            return _current?.IsNearItsEnd(TimeSpan.Zero, time) == false ? _current : null;
        }
    }
}
