namespace CecSim.Simulation.Calls;

/// <summary>
/// What a client needs for its INVITE (chapter 5, step 4). The gateway's addresses depend on how the client came
/// and are the server's to add.
/// </summary>
/// <param name="Domain">The WebRTC gateway's domain name, one per space.</param>
/// <param name="AccessCode">The called party, one per live call.</param>
/// <param name="Caller">The calling party.</param>
public sealed record GatewayRoute(string Domain, string AccessCode, string Caller)
{
    /// <summary>The calling party of the documents' sample, the same for each call.</summary>
    public const string AnonymousCaller = "AnonymousCard";
}
