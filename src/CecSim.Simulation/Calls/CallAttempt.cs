namespace CecSim.Simulation.Calls;

/// <summary>What a rule can be asked about: a createClickToCall request.</summary>
/// <param name="Header">The value of a header by its name; null where the request lacks it.</param>
public sealed record CallAttempt(
    MediaAbility Media, string UserId, string ChannelId, Func<string, string?> Header)
{
    /// <summary>For whoever creates a call without a request.</summary>
    public static readonly Func<string, string?> NoHeaders = static _ => null;
}
