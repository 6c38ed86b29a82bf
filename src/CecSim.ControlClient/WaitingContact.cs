namespace CecSim.ControlClient;

/// <summary>Someone who waits in a queue.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Kind"><c>call</c> or <c>chat</c>.</param>
/// <param name="UserId">Who waits.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Since">When the waiting in this queue began.</param>
/// <param name="Due">When it ends at the latest.</param>
public sealed record WaitingContact(
    int Place, string Kind, string UserId, string ChannelId, DateTimeOffset Since, DateTimeOffset Due);
