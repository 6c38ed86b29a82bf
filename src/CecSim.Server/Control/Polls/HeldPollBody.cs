using CecSim.Simulation.Polls;

namespace CecSim.Server.Control.Polls;

/// <summary>A held poll.</summary>
/// <param name="Kind"><c>clickToCall</c> or <c>chat</c>.</param>
/// <param name="Due">When it gets the empty answer; null once its answer is on the way.</param>
internal sealed record HeldPollBody(
    string Id,
    [property: WordsOf<PollKind>] string Kind,
    string UserId,
    string ChannelId,
    DateTimeOffset Since,
    DateTimeOffset? Due,
    bool ConnectionAborted)
{
    public static HeldPollBody Of(HeldPollView poll) => new(
        poll.Id,
        Words.Of(poll.Kind),
        poll.User.UserId,
        poll.User.Channel.Id,
        poll.Since,
        poll.DueAt,
        poll.IsAborted);
}
