namespace CecSim.Telephony.Sip.Messages;

/// <summary>How long a session holds unless somebody refreshes it: RFC 4028, section 4.</summary>
/// <param name="Interval">At least a second.</param>
/// <param name="Refresher"><c>uac</c>, <c>uas</c>, or null where the message leaves that open.</param>
internal sealed record SessionExpires(TimeSpan Interval, string? Refresher)
{
    public const string Name = "Session-Expires";
    public const string MinimumName = "Min-SE";
    public const string Client = "uac";
    public const string Server = "uas";

    /// <summary>Section 5: nobody may want less, since each refresh costs every proxy on the way.</summary>
    public static readonly TimeSpan Minimum = TimeSpan.FromSeconds(90);

    /// <summary>A day. Whoever asks for more, up to the 136 years of the grammar, is told this.</summary>
    private static readonly TimeSpan Maximum = TimeSpan.FromDays(1);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)Interval.TotalSeconds}")
        + (Refresher is null ? "" : $";refresher={Refresher}");

    /// <summary>What a message says; null where it says nothing that can be read.</summary>
    public static SessionExpires? Of(SipMessage message) =>
        message.Headers[Name] is { } value && SecondsOf(value) is { } interval
            ? new SessionExpires(interval, RefresherOf(value))
            : null;

    /// <summary>The least that a peer takes; null where it does not say.</summary>
    public static TimeSpan? MinimumOf(SipMessage message) =>
        message.Headers[MinimumName] is { } value ? SecondsOf(value) : null;

    private static TimeSpan? SecondsOf(string value) =>
        uint.TryParse(value.Split(';')[0].Trim(), NumberStyles.None, null, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, Maximum.TotalSeconds))
            : null;

    private static string? RefresherOf(string value) => value.Split(';').Skip(1)
        .Select(p => p.Split('=', 2))
        .Where(p => p.Length == 2 && SipText.IsSame(p[0].Trim(), "refresher"))
        .Select(p => p[1].Trim().ToLowerInvariant())
        .FirstOrDefault(r => r is Client or Server);
}
