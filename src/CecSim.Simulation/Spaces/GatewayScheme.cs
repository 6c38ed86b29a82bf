namespace CecSim.Simulation.Spaces;

/// <summary>How <c>gwAddresses</c> of event 168101 begin.</summary>
public enum GatewayScheme
{
    /// <summary>As the poll came: <c>ws</c> over HTTP, <c>wss</c> over HTTPS.</summary>
    Auto,
    Ws,
    Wss,
}
