using System.Text.Json;

namespace CecSim.ControlClient;

/// <summary>A fault that is armed, in the words of a scenario.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="At">The operation whose requests it strikes.</param>
/// <param name="When">Which requests; null for all.</param>
/// <param name="Inject">What goes wrong.</param>
/// <param name="Requests">How many requests of its operation it has seen.</param>
/// <param name="Strikes">How many of them it struck.</param>
public sealed record ArmedFault(
    long Id, string At, JsonElement? When, JsonElement Inject, long Requests, long Strikes);
