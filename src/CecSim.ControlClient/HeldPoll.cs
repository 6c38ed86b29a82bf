namespace CecSim.ControlClient;

/// <summary>A long poll that waits on the server.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="Kind"><c>clickToCall</c> or <c>chat</c>.</param>
/// <param name="UserId">Whose poll it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Since">When it came.</param>
/// <param name="Due">When it gets the empty answer; null once its answer is on the way.</param>
/// <param name="ConnectionAborted">The client is gone, and the server is about to notice.</param>
public sealed record HeldPoll(
    string Id,
    string Kind,
    string UserId,
    string ChannelId,
    DateTimeOffset Since,
    DateTimeOffset? Due,
    bool ConnectionAborted);
