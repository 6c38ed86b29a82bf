namespace CecSim.Control.Contracts;

/// <summary>The answer to a probe.</summary>
/// <param name="Status">What was asked about, and is so.</param>
public sealed record HealthReport(ServerHealth Status);

/// <summary>How a server that answers is.</summary>
[JsonConverter(typeof(EnumWordConverter<ServerHealth>))]
public enum ServerHealth
{
    /// <summary>One that this client does not know.</summary>
    Unknown,

    /// <summary>It runs, but not every listener is up yet, or it is about to end.</summary>
    Live,

    /// <summary>Every listener is up.</summary>
    Ready,
}
