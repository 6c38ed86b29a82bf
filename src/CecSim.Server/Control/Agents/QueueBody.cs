using CecSim.Server.Control;
using CecSim.Simulation.Queues;

namespace CecSim.Server.Control.Agents;

/// <summary>A skill queue.</summary>
/// <param name="OnDuty">Of its agents, those who are signed in and take contacts.</param>
/// <param name="Idle">Of these, those who are idle.</param>
internal sealed record QueueBody(
    string Name,
    [property: WordsOf<QueueType>] string Type,
    int OnDuty,
    int Idle,
    IReadOnlyList<QueueBody.WaitingBody> Waiting)
{
    public static QueueBody Of(QueueView queue) => new(
        queue.Settings.Name,
        Words.Of(queue.Settings.Type),
        queue.OnDutyCount,
        queue.IdleCount,
        [.. queue.Waiting.Select((w, i) => WaitingBody.Of(w, place: i + 1))]);

    /// <summary>Someone who waits.</summary>
    /// <param name="Kind"><c>call</c> or <c>chat</c>.</param>
    /// <param name="Due">The end of the waiting.</param>
    internal sealed record WaitingBody(
        int Place,
        [property: Words("call", "chat")] string Kind,
        string UserId,
        string ChannelId,
        DateTimeOffset Since,
        DateTimeOffset Due)
    {
        public static WaitingBody Of(WaitingView waiting, int place) => new(
            place,
            waiting.IsChat ? "chat" : "call",
            waiting.User.UserId,
            waiting.User.Channel.Id,
            waiting.Since,
            waiting.DueAt);
    }
}
