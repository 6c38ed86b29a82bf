using CecSim.Simulation.Agents;

namespace CecSim.Simulation.ConnectionBar;

/// <summary>A page that was let in: what its cookies say (Connection Bar, chapter 7).</summary>
/// <param name="Token">The cookie <c>sum_token</c>.</param>
/// <param name="RefreshToken">The cookie <c>sum_refresh_token</c>.</param>
/// <param name="Sid">The cookie <c>sum_sid</c>: nineteen digits.</param>
/// <param name="At">The cookie <c>sum_atime</c>.</param>
/// <param name="Origin">The origin of the page, the only one that the bar talks to.</param>
public sealed record BarSession(
    int WorkNo, string Token, string RefreshToken, string Sid, DateTimeOffset At, string Origin)
{
    internal Agent Agent { get; init; } = null!;
}
