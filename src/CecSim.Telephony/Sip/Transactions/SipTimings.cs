namespace CecSim.Telephony.Sip.Transactions;

/// <summary>RFC 3261, section 17.1.1.1 and table 4.</summary>
internal static class SipTimings
{
    /// <summary>T1: the round trip that the first retransmission waits for.</summary>
    public static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(500);

    /// <summary>T2: the longest wait between retransmissions, but for those of an INVITE.</summary>
    public static readonly TimeSpan RepeatMax = TimeSpan.FromSeconds(4);

    /// <summary>T4: how long a message may wander in the network.</summary>
    public static readonly TimeSpan Wandering = TimeSpan.FromSeconds(5);

    /// <summary>64*T1, the end of nearly every wait: timers B, D, F, H, J, L and M.</summary>
    public static readonly TimeSpan Patience = 64 * RoundTrip;

    /// <summary>Timer C (section 16.6): how long a re-INVITE of ours may be answered with nothing but "wait".</summary>
    public static readonly TimeSpan ProvisionalMax = TimeSpan.FromMinutes(3);

    public static TimeSpan Doubled(TimeSpan wait) => 2 * wait < RepeatMax ? 2 * wait : RepeatMax;
}
