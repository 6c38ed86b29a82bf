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
