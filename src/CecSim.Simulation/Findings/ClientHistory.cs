namespace CecSim.Simulation.Findings;

/// <summary>What is remembered of a user's client, to judge by. Guarded by the timeline.</summary>
internal sealed class ClientHistory
{
    private readonly PollHistory[] _polls = [PollHistory.None, PollHistory.None];

    /// <summary>The tokens of the latest 403, until the client comes with others.</summary>
    public TokenPair? RefusedWith { get; set; }

    /// <summary>Whether it was found to call the gateway by plain ws: once says it all.</summary>
    public bool CalledWithoutTls { get; set; }

    public ref PollHistory Of(PollKind kind) => ref _polls[(int)kind];
}
