namespace CecSim.Simulation.Spaces;

/// <summary>What the gateway sends to a customer in the place of an agent.</summary>
public enum GatewayPlay
{
    /// <summary>What it hears and sees.</summary>
    Echo,

    /// <summary>440 Hz, and a test pattern where there is video.</summary>
    Tone,

    /// <summary>A sentence spoken again and again, and the test pattern.</summary>
    Prompt,

    /// <summary>A tune, and the test pattern.</summary>
    Music,

    /// <summary>The test pattern, and silence.</summary>
    Pattern,

    /// <summary>Packets of silence, and no video.</summary>
    Silence,
}

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

/// <summary>How <c>gwAddresses</c> of event 168101 begin, and what the gateway takes.</summary>
public enum GatewayScheme
{
    /// <summary>As the poll came: <c>ws</c> over HTTP, <c>wss</c> over HTTPS.</summary>
    Auto,

    /// <summary>Plain ws is what is wanted, and nothing to find.</summary>
    Ws,

    /// <summary>Plain ws is refused: "WebRTC registration does not support HTTP" (Connection Bar, 2 and 3).</summary>
    Wss,
}
