namespace CecSim.Simulation.Tokens;

/// <summary>
/// CC-Messaging's tokens: one hour, and one for a tenant, channel and user, so that a new applyToken ends the
/// token before it.
/// </summary>
public sealed class MessagingTokens
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>From here to its end, a live session's token is renewed with the next answer.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(5);

    /// <summary>How many users a space holds; more are refused.</summary>
    public const int UsersMax = UserDirectory.UsersMax;

    private readonly SpaceScheduler _scheduler;
    private readonly SpaceSettings _settings;
    private readonly SeededRandom _random;
    private readonly UserDirectory _users;
    private long _issuedCount;

    internal MessagingTokens(SpaceScheduler scheduler, SpaceSettings settings, SeededRandom random, UserDirectory users)
    {
        _scheduler = scheduler;
        _settings = settings;
        _random = random;
        _users = users;
    }

    /// <summary>Of applyToken and of renewals.</summary>
    public long IssuedCount => Volatile.Read(ref _issuedCount);

    public Outcome<string> Apply(MessagingTokenRequest request)
    {
        using var lockScope = _scheduler.Enter();
        var found = _users.FindOrAdd(request.ChannelId, request.UserId);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = found.Value;
        _users.RemoveToken(user.Token);
        _users.RemoveToken(user.TokenBeforeRenewal);
        user.TokenBeforeRenewal = null;
        return Issue(user, request);
    }

    /// <returns>The token that the user has, where it is good for a while yet; else a new one.</returns>
    public Outcome<string> ApplyOrKeep(MessagingTokenRequest request)
    {
        using var lockScope = _scheduler.Enter();
        var found = _users.FindOrAdd(request.ChannelId, request.UserId);
        return found.Refusal is null
            && found.Value.Token is { } token
            && token.IsLive(_scheduler.Now + RenewalMargin)
                ? token.Text
                : Apply(request);
    }

    /// <summary>Who a token speaks for.</summary>
    public Outcome<User> Check(string text)
    {
        using var lockScope = _scheduler.Enter();
        if (_users.FindByToken(text) is not { } user)
        {
            return Refusal.MessagingTokenUnknown;
        }

        return TokenOf(user, text).IsLive(_scheduler.Now) ? user : Refusal.MessagingTokenExpired;
    }

    /// <returns>Whom a token was issued to, whether or not it is still good; null for a token of nobody.</returns>
    public User? OwnerOf(string text)
    {
        using var lockScope = _scheduler.Enter();
        return _users.FindByToken(text);
    }

    /// <returns>When the user's token was issued; null for who has none.</returns>
    public DateTimeOffset? IssuedAt(string channelId, string userId)
    {
        using var lockScope = _scheduler.Enter();
        return _users.Find(channelId, userId)?.Token is { } token ? token.ExpiresAt - Lifetime : null;
    }

    /// <summary>Ends a token before its time. What is not a token is left alone.</summary>
    public void Expire(string text)
    {
        using var lockScope = _scheduler.Enter();
        if (_users.FindByToken(text) is { } user)
        {
            TokenOf(user, text).IsEnded = true;
        }
    }

    /// <summary>Takes a token back, as another applyToken would. What is not a token is left alone.</summary>
    public void Revoke(string text)
    {
        using var lockScope = _scheduler.Enter();
        if (_users.FindByToken(text) is { } user)
        {
            var token = TokenOf(user, text);
            token.IsEnded = true;
            _users.RemoveToken(token);
        }
    }

    /// <summary>
    /// "If the token expires during a session, AICC automatically returns a new token with that request."
    /// </summary>
    /// <param name="presented">The token that came with the request.</param>
    /// <returns>The token to use from now on, for the response header; null when it is the one presented.</returns>
    public string? RenewNearItsEnd(User user, string presented)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Token is not { } token || token.IsEnded)
        {
            return null;
        }

        // An answer that carried a renewed token may have been lost on its way: whoever still comes with the
        // replaced one is told again.
        if (token.Text != presented)
        {
            return token.Text;
        }

        if (!user.HasSession || token.ExpiresAt - _scheduler.Now > RenewalMargin)
        {
            return null;
        }

        _users.RemoveToken(user.TokenBeforeRenewal);
        user.TokenBeforeRenewal = token;
        return Issue(user, token.Request);
    }

    private string Issue(User user, MessagingTokenRequest request)
    {
        var text = MessagingTokenText.Write(request, _settings.TenantSpaceId, _scheduler.Now, _random);
        _issuedCount++;
        _users.AddToken(user, new MessagingToken(_issuedCount, text, request, _scheduler.Now + Lifetime));
        return text;
    }

    private static MessagingToken TokenOf(User user, string text) =>
        user.Token?.Text == text ? user.Token : user.TokenBeforeRenewal!;
}

/// <summary>A live <c>ccmessaging-token</c>.</summary>
/// <param name="Number">Its number among those of its space, from 1.</param>
internal sealed record MessagingToken(
    long Number, string Text, MessagingTokenRequest Request, DateTimeOffset ExpiresAt)
{
    /// <summary>Ended before its time.</summary>
    public bool IsEnded { get; set; }

    public bool IsLive(DateTimeOffset now) => !IsEnded && now < ExpiresAt;
}

/// <summary>The body of applyToken (table 2-1).</summary>
public sealed record MessagingTokenRequest(string UserId, string UserName, string ChannelId, string Locale);
