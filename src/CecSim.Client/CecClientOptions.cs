namespace CecSim.Client;

/// <summary>
/// How a <see cref="CecClient"/> reaches CEC and how patient it is. Checked as a whole when the client is made: all
/// mistakes are told at once.
/// </summary>
public sealed class CecClientOptions
{
    /// <summary>Where CEC is: <c>https://service.besclouds.com</c>, or a simulator's address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The <c>app_key</c> of tokenByAkSk and the header <c>x-app-key</c> (sections 2.1 and 4.1).</summary>
    public required string AppKey { get; init; }

    /// <summary>The <c>app_secret</c> of tokenByAkSk (section 2.1). It is never written to any text.</summary>
    public required string AppSecret { get; init; }

    /// <summary>
    /// How long an AccessToken is asked for, in the header <c>X-Token-Expire</c>: whole seconds, 1 s to 1 h. The
    /// default is the documents' 600 s (section 2.1).
    /// </summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>
    /// How long before its end a token is renewed, 0 to 5 min; at most half of what the token lives. A
    /// ccmessaging-token lives for an hour (section 2.2).
    /// </summary>
    public TimeSpan RenewalMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer is waited for, 100 ms to 5 min; polls have <see cref="PollTimeout"/>.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a long poll is waited for, 1 s to 5 min. The default is that of chapter 5, step 4.</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause after a poll that brought no event, 0 to 1 min; Huawei's demo has 100 ms.</summary>
    public TimeSpan PollPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How often in a row a request may fail before the client gives up, 1 to 10. The default is "three consecutive
    /// times" of chapter 5, step 4.
    /// </summary>
    public int AttemptsMax { get; init; } = 3;

    /// <summary>
    /// The pause before the second attempt, 0 to 1 min. It doubles with each further one, with some chance in it, so
    /// that clients that failed together do not come back together.
    /// </summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause before an attempt, whatever <c>Retry-After</c> says; 0 to 10 min.</summary>
    public TimeSpan BackOffMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">Something is wrong; the message names all of it.</exception>
    internal void Validate()
    {
        var problems = Problems().ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }
    }

    private IEnumerable<string> Problems()
    {
        if (Address is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
        {
            yield return $"{nameof(Address)} must be absolute, http or https, without user, query and fragment.";
        }

        if (!IsHeaderText(AppKey))
        {
            yield return $"{nameof(AppKey)} must be printable ASCII without blanks.";
        }

        if (string.IsNullOrWhiteSpace(AppSecret))
        {
            yield return $"{nameof(AppSecret)} is missing.";
        }

        if (AttemptsMax is < 1 or > 10)
        {
            yield return $"{nameof(AttemptsMax)} ({AttemptsMax}) must be from 1 to 10.";
        }

        var hour = TimeSpan.FromHours(1);
        var minute = TimeSpan.FromMinutes(1);
        (string Name, TimeSpan Value, TimeSpan Min, TimeSpan Max)[] durations =
        [
            (nameof(AccessTokenLifetime), AccessTokenLifetime, TimeSpan.FromSeconds(1), hour),
            (nameof(RenewalMargin), RenewalMargin, TimeSpan.Zero, 5 * minute),
            (nameof(RequestTimeout), RequestTimeout, TimeSpan.FromMilliseconds(100), 5 * minute),
            (nameof(PollTimeout), PollTimeout, TimeSpan.FromSeconds(1), 5 * minute),
            (nameof(PollPause), PollPause, TimeSpan.Zero, minute),
            (nameof(BackOff), BackOff, TimeSpan.Zero, minute),
            (nameof(BackOffMax), BackOffMax, TimeSpan.Zero, 10 * minute),
        ];
        foreach (var (name, value, min, max) in durations)
        {
            if (value < min || value > max)
            {
                yield return $"{name} ({value}) must be from {min} to {max}.";
            }
        }

        if (AccessTokenLifetime.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return $"{nameof(AccessTokenLifetime)} ({AccessTokenLifetime}) must be whole seconds.";
        }

        if (BackOffMax < BackOff)
        {
            yield return $"{nameof(BackOffMax)} ({BackOffMax}) must not be shorter than {nameof(BackOff)} ({BackOff}).";
        }
    }

    internal static bool IsHeaderText(string? text) =>
        !string.IsNullOrEmpty(text) && text.All(c => c is > ' ' and <= '~');
}
