using CecSim.Simulation.Scripts;

namespace CecSim.Simulation.Calls;

/// <summary>The fate of the calls that a match covers: a script, or a refusal of the create itself.</summary>
public sealed record CallRule
{
    public CallMatch Match { get; init; } = new();

    /// <summary>What the call sees from its creation on.</summary>
    public Script Script { get; init; } = Script.ConnectAtOnce;

    /// <summary>What happens beside the script when the client does something.</summary>
    public IReadOnlyList<CallHandler> On { get; init; } = [];

    /// <summary>What it sees when the customer drops it.</summary>
    public Script OnDrop { get; init; } = Script.ReleaseAtOnce;

    /// <summary>The answer to createClickToCall instead of a call.</summary>
    public Refusal? Refuse { get; init; }
}
