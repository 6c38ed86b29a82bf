namespace CecSim.Simulation.Spaces;

/// <summary>
/// What the gateway does with an INVITE whose agent's phone still rings. No document tells; that 168101 comes when an
/// agent is reserved is certain, and before it a client knows no number to call.
/// </summary>
public enum GatewayAnswer
{
    /// <summary>It answers: who calls hears at once what the gateway plays.</summary>
    AtOnce,

    /// <summary>It answers, and plays music until the agent has answered too, also after a transfer.</summary>
    WithMusic,

    /// <summary>It answers 180, and 200 when the agent has answered; after a transfer it plays music.</summary>
    Ringing,
}
