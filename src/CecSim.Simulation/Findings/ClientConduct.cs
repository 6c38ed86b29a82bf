using CecSim.Simulation.Polls;

namespace CecSim.Simulation.Findings;

/// <summary>What is remembered of a user's client, to judge by. Guarded by the timeline.</summary>
internal sealed class ClientConduct
{
    private readonly PollConduct[] _polls = [PollConduct.None, PollConduct.None];

    /// <summary>The tokens of the latest 403, until the client comes with others.</summary>
    public TokenPair? RefusedWith { get; set; }

    public ref PollConduct Of(PollKind kind) => ref _polls[(int)kind];
}
