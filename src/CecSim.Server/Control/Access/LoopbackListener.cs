namespace CecSim.Server.Control.Access;

/// <summary>A connection's listener is bound to loopback: whoever comes by it is on this machine.</summary>
/// <param name="Host">The host that the listener was bound to by name.</param>
internal sealed record LoopbackListener(string Host);
