namespace CecSim.Telephony.Sip.Messages;

/// <summary>What came of reading a message.</summary>
internal abstract record SipParseResult
{
    private SipParseResult()
    {
    }

    public sealed record Sound(SipMessage Message) : SipParseResult;

    /// <summary>Wrong, but enough of it is there to say so to its sender.</summary>
    public sealed record Malformed(SipRequest Request, SipFault Fault) : SipParseResult;

    /// <summary>Nobody to answer, or nothing that may be answered: a response, an ACK, not SIP at all.</summary>
    public sealed record Unreadable(string Reason) : SipParseResult;
}
