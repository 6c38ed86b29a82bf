namespace CecSim.Telephony.Media.Rtcp;

/// <summary>RFC 3550 section 12.1 and RFC 4585 section 6.1.</summary>
internal enum RtcpType : byte
{
    SenderReport = 200,
    ReceiverReport = 201,
    SourceDescription = 202,
    Goodbye = 203,
    TransportFeedback = 205,
    PayloadFeedback = 206,
}
