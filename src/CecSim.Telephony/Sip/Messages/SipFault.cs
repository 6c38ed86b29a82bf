namespace CecSim.Telephony.Sip.Messages;

/// <summary>What is wrong with a message, as its sender will read it in the status line.</summary>
internal sealed record SipFault(int Status, string Reason)
{
    public static SipFault TooLarge(string reason) => new(513, reason);

    public static SipFault BadRequest(string reason) => new(400, reason);
}
