namespace CecSim.Telephony.Sip.Messages;

/// <summary>Method names. They are compared with case (RFC 3261, section 7.1).</summary>
internal static class SipMethods
{
    public const string Invite = "INVITE";
    public const string Ack = "ACK";
    public const string Bye = "BYE";
    public const string Cancel = "CANCEL";
    public const string Info = "INFO";
    public const string Options = "OPTIONS";
    public const string Prack = "PRACK";
    public const string Register = "REGISTER";
    public const string Update = "UPDATE";
    public const string Refer = "REFER";
    public const string Notify = "NOTIFY";
    public const string Subscribe = "SUBSCRIBE";

    /// <summary>The Allow header.</summary>
    public const string Allowed =
        "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, UPDATE, PRACK, REGISTER, REFER, SUBSCRIBE";

    private static readonly HashSet<string> Foreign = ["MESSAGE", "NOTIFY", "PUBLISH"];

    /// <summary>Known to SIP but not allowed here: 405 and not 501 (sections 8.2.1 and 21.5.2).</summary>
    public static bool IsKnownButNotAllowed(string method) => Foreign.Contains(method);
}
