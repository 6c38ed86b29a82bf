namespace CecSim.Telephony.Media.Lines;

/// <summary>A path that takes reports to the peer and no media.</summary>
internal sealed class MutePath(IMediaPath path) : IMediaPath
{
    public bool IsOpen => path.IsOpen;

    public int SendRtp(Span<byte> buffer, int length) => 0;

    public int RepeatRtp(Span<byte> buffer, int length) => 0;

    public void SendRtcp(Span<byte> buffer, int length) => path.SendRtcp(buffer, length);
}
