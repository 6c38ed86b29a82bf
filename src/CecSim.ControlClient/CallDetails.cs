namespace CecSim.ControlClient;

/// <summary>A click-to-call.</summary>
/// <param name="Id">What to call it in other requests.</param>
/// <param name="State"><c>created</c>, <c>queuing</c>, <c>connected</c>, <c>dropped</c> or <c>ended</c>.</param>
/// <param name="UserId">Whose call it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="Media"><c>voice</c> or <c>video</c>.</param>
/// <param name="AccessCode">The number that its client is given to call.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Queue">The queue that it waits in or was served from; null where a script decides.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
/// <param name="Events">What its client was told, or is to be told at its next poll.</param>
public sealed record CallDetails(
    long Id,
    string State,
    string UserId,
    string ChannelId,
    string Media,
    string AccessCode,
    DateTimeOffset Created,
    string? Queue,
    int? Place,
    int? WorkNo,
    IReadOnlyList<CallEventDetails> Events);
