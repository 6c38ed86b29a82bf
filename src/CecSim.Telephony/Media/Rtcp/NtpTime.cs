namespace CecSim.Telephony.Media.Rtcp;

/// <summary>Seconds since 1900 in 32 bits and their fraction in 32 more: RFC 3550 section 4.</summary>
internal static class NtpTime
{
    private static readonly DateTimeOffset Epoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ulong Now(TimeProvider clock)
    {
        var ticks = (clock.GetUtcNow() - Epoch).Ticks;
        var seconds = (ulong)(ticks / TimeSpan.TicksPerSecond);
        var rest = (ulong)(ticks % TimeSpan.TicksPerSecond);
        return (seconds << 32) | ((rest << 32) / TimeSpan.TicksPerSecond);
    }

    /// <summary>The middle 32 bits, in 1/65536 s, which reports calculate with.</summary>
    public static uint Middle(ulong time) => (uint)(time >> 16);

    public static uint Middle(TimeSpan duration) => (uint)(duration.TotalSeconds * 65_536);

    public static TimeSpan FromMiddle(uint duration) => TimeSpan.FromSeconds(duration / 65_536.0);
}
