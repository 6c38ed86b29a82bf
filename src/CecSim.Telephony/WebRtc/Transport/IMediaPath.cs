namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>Takes packets to the peer. Buffers have <see cref="Overhead"/> bytes to spare behind the packet.</summary>
internal interface IMediaPath
{
    bool IsOpen { get; }

    int Overhead { get; }

    /// <summary>Returns the bytes that went out; 0 when none did.</summary>
    int SendRtp(Span<byte> buffer, int length);

    void SendRtcp(Span<byte> buffer, int length);
}
