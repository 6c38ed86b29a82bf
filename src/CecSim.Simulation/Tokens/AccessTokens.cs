namespace CecSim.Simulation.Tokens;

/// <summary>
/// The API Fabric's tokens (Voice and Video Access, 2.1). Older ones stay valid until their own end.
/// </summary>
public sealed class AccessTokens
{
    /// <summary>Used when a request names no lifetime: the value of the documents' samples.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromSeconds(600);

    private readonly SpaceScheduler _scheduler;
    private readonly SpaceSettings _settings;
    private readonly AccessTokenSeal _seal;
    private readonly string _scope;
    private readonly Dictionary<string, Refusal> _ended = new(StringComparer.OrdinalIgnoreCase);
    private long _issuedCount;

    internal AccessTokens(SpaceScheduler scheduler, SpaceSettings settings, SeededRandom random)
    {
        _scheduler = scheduler;
        _settings = settings;
        _seal = new AccessTokenSeal(random);
        _scope = $"{random.Next():x16}{random.Next():x16}";
    }

    public long IssuedCount => Volatile.Read(ref _issuedCount);

    /// <param name="lifetime"><c>X-Token-Expire</c>; null when the request names none.</param>
    public Outcome<AccessToken> Issue(string appSecret, TimeSpan? lifetime)
    {
        if (!Secrets.AreEqual(appSecret, _settings.AppSecret))
        {
            return Refusal.AppSecretWrong;
        }

        var granted = lifetime ?? DefaultLifetime;
        if (_settings.Profile.AccessTokenLifetimeMax is { } max && granted > max)
        {
            granted = max;
        }

        using var lockScope = _scheduler.Enter();
        var now = _scheduler.Now;
        var text = _seal.Write(Interlocked.Increment(ref _issuedCount), now + granted);
        return new AccessToken(text, now, granted, _scope, _settings.AppKey);
    }

    /// <returns>Why the token is not good now; null when it is.</returns>
    public Refusal? Check(string text)
    {
        if (Read(text) is not var (_, expiresAt))
        {
            return Refusal.AccessTokenUnknown;
        }

        using var lockScope = _scheduler.Enter();
        return _scheduler.Now >= expiresAt ? Refusal.AccessTokenExpired
            : _ended.TryGetValue(text, out var why) ? why
            : null;
    }

    /// <summary>Whether a text is one of this space's tokens, be it good or not any more.</summary>
    public bool HasIssued(string text) => Read(text) is not null;

    /// <summary>Ends a token before its time. What is not a live token is left alone.</summary>
    public void Expire(string text) => End(text, Refusal.AccessTokenExpired);

    /// <summary>Takes a token back. What is not a live token is left alone.</summary>
    public void Revoke(string text) => End(text, Refusal.AccessTokenRevoked);

    // A space that was reset begins to count anew: what it issued before is unknown to it.
    internal (long Number, DateTimeOffset ExpiresAt)? Read(string text) =>
        _seal.Read(text) is { } read && read.Number <= IssuedCount ? read : null;

    private void End(string text, Refusal why)
    {
        if (Read(text) is not var (_, expiresAt))
        {
            return;
        }

        using var lockScope = _scheduler.Enter();
        if (_scheduler.Now < expiresAt && _ended.TryAdd(text, why))
        {
            _scheduler.At(expiresAt, "access token end", () => _ended.Remove(text));
        }
    }
}

/// <summary>What tokenByAkSk answers (Voice and Video Access, 2.1).</summary>
public sealed record AccessToken(
    string Text, DateTimeOffset CreatedAt, TimeSpan Lifetime, string Scope, string AppKey);
