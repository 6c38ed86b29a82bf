namespace CecSim.Server.Listeners.Forwarding;

/// <summary>What one proxy says of the request that it took.</summary>
/// <param name="For">From whom; null when it does not say, or not an address.</param>
/// <param name="Proto">By which scheme.</param>
/// <param name="Host">For which host, with its port.</param>
internal readonly record struct ForwardedHop(IPAddress? For, string? Proto, string? Host);
