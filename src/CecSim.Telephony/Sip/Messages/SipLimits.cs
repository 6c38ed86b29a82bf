namespace CecSim.Telephony.Sip.Messages;

/// <summary>How large a message may be. Beyond, it is not read to its end.</summary>
internal static class SipLimits
{
    public const int MessageBytesMax = 64 * 1024;
    /// <summary>Folded lines count too.</summary>
    public const int HeaderLinesMax = 512;
    /// <summary>Of one value: a line of many, as a Via grows on its way, is only bounded by its message.</summary>
    public const int ValueCharactersMax = 8 * 1024;
}
