namespace CecSim.Telephony.Sip;

/// <summary>The warn-codes of RFC 3261, section 20.43, that tell what of an offer cannot be had.</summary>
public static class SipWarnCode
{
    public const int IncompatibleTransportProtocol = 302;
    public const int MediaTypeNotAvailable = 304;
    public const int IncompatibleMediaFormat = 305;

    /// <summary>Anything else; the text tells.</summary>
    public const int Miscellaneous = 399;
}
