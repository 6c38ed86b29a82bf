namespace CecSim.Simulation.Calls;

/// <summary>How it came that a call has no media any more, where the centre did not end it.</summary>
public enum MediaEnding
{
    /// <summary>The customer hung up.</summary>
    HungUp,

    /// <summary>The connection of the signalling broke, and the customer did not come back.</summary>
    SignallingLost,

    /// <summary>The server ended, and has begun again.</summary>
    ServerEnded,

    /// <summary>The customer's signalling no longer answers what it must.</summary>
    NotAnswering,

    /// <summary>The customer's side no longer consents to media (RFC 7675).</summary>
    ConsentLost,

    /// <summary>Nothing came from the customer's side any more, which has no way to consent.</summary>
    MediaMissing,

    /// <summary>The media could not be secured.</summary>
    HandshakeFailed,

    /// <summary>They never began within their time.</summary>
    NeverConnected,
}
