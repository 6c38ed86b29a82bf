using CecSim.Control.Contracts;
using CecSim.Simulation.Queues;

using Domain = CecSim.Simulation.Queues;
using QueueType = CecSim.Control.Contracts.QueueType;

namespace CecSim.Server.Control.Agents;

/// <summary>Skill queues, as the control API tells them.</summary>
internal static class QueueMapping
{
    public static QueueDetails ToContract(this QueueView queue) => new(
        queue.Settings.Name,
        queue.Settings.Type.ToContract(),
        queue.OnDutyCount,
        queue.IdleCount,
        [.. queue.Waiting.Select((w, i) => w.ToContract(place: i + 1))],
        queue.Settings.Description);

    private static WaitingContact ToContract(this WaitingView waiting, int place) => new(
        place,
        waiting.IsChat ? ContactKind.Chat : ContactKind.Call,
        waiting.User.UserId,
        waiting.User.Channel.Id,
        waiting.Since,
        waiting.DueAt);

    private static QueueType ToContract(this Domain.QueueType type) => type switch
    {
        Domain.QueueType.Voice => QueueType.Voice,
        Domain.QueueType.Multimedia => QueueType.Multimedia,
        Domain.QueueType.Video => QueueType.Video,
        Domain.QueueType.VoiceClickToDial => QueueType.VoiceClickToDial,
        Domain.QueueType.VideoClickToDial => QueueType.VideoClickToDial,
    };
}
