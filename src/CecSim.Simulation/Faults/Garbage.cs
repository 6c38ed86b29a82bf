namespace CecSim.Simulation.Faults;

/// <summary>Random bytes in place of HTTP, and the connection is closed.</summary>
public sealed record Garbage : RequestFault
{
    private const int BytesCount = 256;

    public override async Task<FaultProgress> InjectAsync(IFaultTarget target)
    {
        var bytes = new byte[BytesCount];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)target.Draws.Below(byte.MaxValue + 1);
        }

        await target.CloseAfterAsync(bytes);
        return FaultProgress.Answered;
    }
}
