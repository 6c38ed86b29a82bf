namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>Takes packets to the peer. Behind each packet are 32 bytes to spare for what encryption adds.</summary>
internal interface IMediaPath
{
    bool IsOpen { get; }

    /// <summary>By which lines of that kind send, where each has a way of its own.</summary>
    IMediaPath PathFor(MediaKind kind) => this;

    /// <summary>Returns the bytes that went out; 0 when none did.</summary>
    int SendRtp(Span<byte> buffer, int length);

    /// <summary>Sends a packet that went out before once more, the same to the byte.</summary>
    int RepeatRtp(Span<byte> buffer, int length) => SendRtp(buffer, length);

    void SendRtcp(Span<byte> buffer, int length);
}
