namespace CecSim.Server.Control.Latency;

/// <summary>What the server measured of itself since it started, of all spaces.</summary>
/// <param name="Events">From the moment when an event was due to its written response, in space time.</param>
internal sealed record LatencyBody(LatencyCountsBody Events);
