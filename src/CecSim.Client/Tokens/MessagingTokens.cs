namespace CecSim.Client.Tokens;

/// <summary>CC-Messaging's token (section 2.2), one for each customer.</summary>
internal static class MessagingTokens
{
    /// <summary>"Valid for 1 hour" (API reference, applyToken); no answer says so.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static TokenCache Cell(CecSender sender, CecCustomerIdentity customer) =>
        new(() => FetchAsync(sender, customer), sender.Options.RenewalMargin, sender.Time);

    private static async Task<TokenResult> FetchAsync(CecSender sender, CecCustomerIdentity customer)
    {
        var request = new CecRequest(HttpMethod.Post, "apiaccess/ccmessaging/applyToken")
        {
            Body = new JsonObject
            {
                ["userId"] = customer.UserId,
                ["userName"] = customer.UserName,
                ["channelId"] = customer.ChannelId,
                ["locale"] = customer.Locale,
            },
            Timeout = sender.Options.RequestTimeout,

            // One published sample has only the token (protocol of older versions).
            HasResultCode = false,
        };
        var askedAt = sender.Time.GetTimestamp();
        var (attempt, count) = await sender
            .AttemptAsync(request, messaging: null, CancellationToken.None).ConfigureAwait(false);
        if (attempt is not Attempt.Answered { Answer: { Refusal: null } answer })
        {
            return new TokenResult.None(attempt, count);
        }

        // The same sample has quotes inside its quotes.
        var text = answer.Text("token")?.Trim('"');
        return CecClientOptions.IsHeaderText(text)
            ? new TokenResult.Ready(new Token(text!, askedAt, Lifetime))
            : new TokenResult.None(
                new Attempt.Failed(
                    answer.Operation,
                    new CecFailure.NotUnderstood("the answer has no token"),
                    MayRepeat: false),
                count);
    }
}
