using System.IO.Enumeration;

namespace CecSim.Simulation.Faults;

/// <summary>Whose requests, or events, a fault concerns. What is null matches all.</summary>
/// <param name="UserId">A pattern with <c>*</c> and <c>?</c>; case counts.</param>
/// <param name="Channel">The id of one channel.</param>
public sealed record FaultMatch(string? UserId = null, string? Channel = null)
{
    public bool CoversAll => UserId is null && Channel is null;

    /// <param name="who">Null when it is not known: a request without a token, or with a token of nobody.</param>
    public bool Covers(FaultTargetUser? who) =>
        who is not var (userId, channelId)
            ? CoversAll
            : (UserId is null || FileSystemName.MatchesSimpleExpression(UserId, userId, ignoreCase: false))
                && (Channel is null || Channel == channelId);
}
