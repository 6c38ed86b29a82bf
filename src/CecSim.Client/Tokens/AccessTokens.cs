namespace CecSim.Client.Tokens;

/// <summary>The API Fabric's token (section 2.1), one for all customers of a client.</summary>
internal static class AccessTokens
{
    public static TokenCache Cell(
        CecTransport transport, RetryPolicy retries, CecClientOptions options, TimeProvider time) =>
        new(() => FetchAsync(transport, retries, options, time), options.RenewalMargin, time);

    private static async Task<TokenResult> FetchAsync(
        CecTransport transport, RetryPolicy retries, CecClientOptions options, TimeProvider time)
    {
        var request = new CecRequest(HttpMethod.Post, "apigovernance/api/oauth/tokenByAkSk")
        {
            Body = new JsonObject { ["app_key"] = options.AppKey, ["app_secret"] = options.AppSecret },
            TokenExpire = ((long)options.AccessTokenLifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            Timeout = options.RequestTimeout,
            HasResultCode = false,
        };
        var askedAt = 0L;
        var (attempt, count) = await retries.RunAsync(
            async cancellationToken =>
            {
                askedAt = time.GetTimestamp();
                return Judge(await transport.SendAsync(request, null, null, cancellationToken).ConfigureAwait(false));
            },
            CancellationToken.None).ConfigureAwait(false);
        if (attempt is not Attempt.Answered { Answer: { Refusal: null } answer })
        {
            return new TokenResult.None(attempt, count);
        }

        // "Expires" is what was granted, which a cap may have made shorter than what was asked for.
        var lifetime = answer.Number("Expires") is > 0 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : options.AccessTokenLifetime;
        return new TokenResult.Ready(new Token(answer.Text("AccessToken")!, askedAt, lifetime));
    }

    // Here there is no token to renew: 401 and 403 mean that the credentials are wrong, now and the next time.
    private static Attempt Judge(Attempt attempt) => attempt switch
    {
        Attempt.Unauthorized refused => new Attempt.Failed(
            refused.Operation,
            new CecFailure.CredentialsRefused(refused.Status, refused.ExceptionInfo),
            MayRepeat: false),
        Attempt.Answered { Answer: { Refusal: null } answer }
            when !CecClientOptions.IsHeaderText(answer.Text("AccessToken")) => new Attempt.Failed(
                answer.Operation,
                new CecFailure.NotUnderstood("the answer has no AccessToken"),
                MayRepeat: true),
        _ => attempt,
    };
}
