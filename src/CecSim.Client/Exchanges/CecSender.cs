namespace CecSim.Client.Exchanges;

/// <summary>
/// Sends requests with the tokens that they need. A refusal with 401 or 403 is answered as chapter 6 wants it: both
/// tokens anew, and the request again.
/// </summary>
internal sealed class CecSender
{
    private readonly CecTransport _transport;
    private readonly RetryPolicy _retries;
    private readonly TokenCache _access;

    public CecSender(Func<HttpClient> http, CecClientOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        _transport = new CecTransport(http, options, time);
        _retries = new RetryPolicy(options, time);
        _access = AccessTokens.Cell(_transport, _retries, options, time);
    }

    public CecClientOptions Options { get; }

    public TimeProvider Time { get; }

    /// <returns>An answer, which may be a refusal.</returns>
    /// <exception cref="CecException">No attempt brought one.</exception>
    public async Task<Answer> AskAsync(CecRequest request, TokenCache? messaging, CancellationToken cancellationToken)
    {
        var (attempt, count) = await AttemptAsync(request, messaging, cancellationToken).ConfigureAwait(false);
        return request.CountsRefusals && attempt is Attempt.Answered { Answer: { Refusal: { } refusal } answer }
            ? throw new CecException(answer.Operation, count, new CecFailure.Refused(refusal), cause: null)
            : AnswerOf(attempt, count);
    }

    /// <exception cref="CecException">The attempt brought none.</exception>
    public static Answer AnswerOf(Attempt attempt, int count) => attempt switch
    {
        Attempt.Answered answered => answered.Answer,
        Attempt.Failed failed => throw new CecException(failed.Operation, count, failed.Failure, failed.Cause),
        Attempt.Unauthorized refused => throw new CecException(
            refused.Operation,
            count,
            new CecFailure.TokensRefused(refused.Status, refused.ExceptionInfo),
            cause: null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <returns>The last attempt, and how many there were of it.</returns>
    public async Task<(Attempt Last, int Count)> AttemptAsync(
        CecRequest request, TokenCache? messaging, CancellationToken cancellationToken)
    {
        TokenResult.None? lacking = null;
        var (last, count) = await _retries.RunAsync(
            async token =>
            {
                var (attempt, missing) = await OnceAsync(request, messaging, token).ConfigureAwait(false);
                lacking = missing;
                return attempt;
            },
            cancellationToken).ConfigureAwait(false);
        return (last, lacking?.Count ?? count);
    }

    private async Task<(Attempt, TokenResult.None?)> OnceAsync(
        CecRequest request, TokenCache? messaging, CancellationToken cancellationToken)
    {
        TokenPair? refused = null;
        while (true)
        {
            var (pair, missing) = await GetAsync(messaging, refused, cancellationToken).ConfigureAwait(false);
            if (missing is not null)
            {
                return (Final(missing.Attempt), missing);
            }

            var askedAt = Time.GetTimestamp();
            var attempt = await _transport
                .SendAsync(request, pair.Access, pair.Messaging, cancellationToken).ConfigureAwait(false);
            if (attempt is Attempt.Answered { RenewedToken: { } renewed } && pair.Messaging is { } presented)
            {
                messaging!.Replace(presented, new Token(renewed, askedAt, MessagingTokens.Lifetime));
            }

            if (attempt is not Attempt.Unauthorized || refused is not null)
            {
                return (attempt, null);
            }

            refused = pair;
        }
    }

    private async Task<(TokenPair Pair, TokenResult.None? Missing)> GetAsync(
        TokenCache? messaging, TokenPair? refused, CancellationToken cancellationToken)
    {
        var access = await _access.GetAsync(refused?.Access, cancellationToken).ConfigureAwait(false);
        if (access is not TokenResult.Ready { Token: { } accessToken })
        {
            return (default, (TokenResult.None)access);
        }

        if (messaging is null)
        {
            return (new TokenPair(accessToken, null), null);
        }

        var tokenResult = await messaging.GetAsync(refused?.Messaging, cancellationToken).ConfigureAwait(false);
        return tokenResult is TokenResult.Ready { Token: { } messagingToken }
            ? (new TokenPair(accessToken, messagingToken), null)
            : (default, (TokenResult.None)tokenResult);
    }

    // A token that could not be fetched was tried for often enough.
    private static Attempt Final(Attempt attempt) => attempt switch
    {
        Attempt.Unauthorized refused => new Attempt.Failed(
            refused.Operation,
            new CecFailure.TokensRefused(refused.Status, refused.ExceptionInfo),
            MayRepeat: false),
        _ => attempt with { MayRepeat = false },
    };
}
