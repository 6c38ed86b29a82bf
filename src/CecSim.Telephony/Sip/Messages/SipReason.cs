namespace CecSim.Telephony.Sip.Messages;

/// <summary>The Reason header (RFC 3326): why a call ends, for people to read.</summary>
internal static class SipReason
{
    public static string Of(int cause, string sentence) =>
        $"SIP;cause={cause};text=\"{SipWarning.OneLine(sentence).Replace('"', '\'').Replace('\\', '/')}\"";
}
