namespace CecSim.Simulation.Scripts;

/// <summary>What a client has just done. What its media do is told by the gateway that carries them.</summary>
public abstract record CallSignal
{
    private CallSignal()
    {
    }

    public sealed record MediaConnected : CallSignal;

    /// <param name="Digits">One or more, as they came.</param>
    public sealed record Dtmf(string Digits) : CallSignal;

    public sealed record Hold : CallSignal;

    internal sealed record Poll : CallSignal;

    internal sealed record Drop : CallSignal;

    internal sealed record Chat(string Text) : CallSignal;
}
