namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>Takes a datagram to the peer; the bytes are the caller's again when it returns.</summary>
internal delegate void DtlsOutput(ReadOnlySpan<byte> datagram);
