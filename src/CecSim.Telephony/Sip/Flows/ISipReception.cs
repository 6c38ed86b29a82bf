namespace CecSim.Telephony.Sip.Flows;

/// <summary>Where flows bring what they receive.</summary>
internal interface ISipReception
{
    SipCounters Tally { get; }

    SipTrace Trace { get; }

    /// <summary>A message, whose bytes belong to the receiver from now on.</summary>
    /// <param name="flow">Where it came from.</param>
    /// <param name="message">The whole of it, or with a fault what could be cut out of the stream.</param>
    /// <param name="framing">Why the stream ends here.</param>
    void Receive(SipFlow flow, ReadOnlyMemory<byte> message, SipFault? framing = null);

    /// <summary>The flow will neither send nor receive any more.</summary>
    /// <param name="isFarewell">The peer has closed it in good order, and will not come back.</param>
    void Lost(SipFlow flow, bool isFarewell = false);
}
