namespace CecSim.Simulation.Scripts;

/// <summary>What a script can wait for: something that the client does.</summary>
public abstract record CallAction
{
    private CallAction()
    {
    }

    /// <summary>It polls for call events.</summary>
    public sealed record Poll : CallAction;

    /// <summary>It drops the call. The script then goes on in place of what a drop brings otherwise.</summary>
    public sealed record Drop : CallAction;

    /// <summary>It writes in its text session.</summary>
    /// <param name="Matches">A pattern with <c>*</c> and <c>?</c>, whatever the case; null for any text.</param>
    public sealed record Chat(string? Matches = null) : CallAction;

    /// <summary>Its media have reached the gateway.</summary>
    public sealed record MediaConnected : CallAction;

    /// <summary>It sends tones.</summary>
    /// <param name="Digits">These, one right after the other; null for any one.</param>
    public sealed record Dtmf(string? Digits = null) : CallAction;

    /// <summary>It puts the call on hold.</summary>
    public sealed record Hold : CallAction;
}
