using System.IO.Enumeration;

namespace CecSim.Simulation.Calls;

/// <summary>Which calls a rule speaks of. What is null matches all.</summary>
/// <param name="UserId">A pattern with <c>*</c> and <c>?</c>; case counts.</param>
/// <param name="Channel">The id of one channel.</param>
public sealed record CallMatch(MediaAbility? Media = null, string? UserId = null, string? Channel = null)
{
    public bool Covers(MediaAbility media, string userId, string channelId) =>
        (Media is null || Media == media)
        && (UserId is null || FileSystemName.MatchesSimpleExpression(UserId, userId, ignoreCase: false))
        && (Channel is null || Channel == channelId);
}
