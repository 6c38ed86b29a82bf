using CecSim.Server.Control;
using CecSim.Simulation.Calls;

namespace CecSim.Server.Control.Calls;

/// <summary>A call.</summary>
/// <param name="Media"><c>voice</c> or <c>video</c>.</param>
/// <param name="Queue">The queue that it waits in or was served from; null where a script decides.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
internal sealed record CallBody(
    long Id,
    [property: WordsOf<CallState>] string State,
    string UserId,
    string ChannelId,
    [property: WordsOf<MediaAbility>] string Media,
    string AccessCode,
    DateTimeOffset Created,
    string? Queue,
    int? Place,
    int? WorkNo,
    IReadOnlyList<CallBody.EventBody> Events)
{
    public static CallBody Of(CallView call) => new(
        call.Id,
        Words.Of(call.State),
        call.User.UserId,
        call.User.Channel.Id,
        Words.Of(call.Media),
        call.AccessCode,
        call.CreatedAt,
        call.Queue,
        call.Place,
        call.WorkNo,
        [.. call.History.Select(EventBody.Of)]);

    /// <summary>What the client was told, or is to be told at its next poll.</summary>
    internal sealed record EventBody(
        long Number,
        int EventId,
        [property: WordsOf<CallEventKind>] string Name,
        DateTimeOffset At,
        int? CauseId,
        string? CauseDesc)
    {
        public static EventBody Of(CallEvent told) => new(
            told.Number, told.EventId, Words.Of(told.Kind), told.At, told.Cause?.CauseId, told.Cause?.CauseDesc);
    }
}
