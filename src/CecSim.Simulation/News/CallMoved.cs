using CecSim.Simulation.Calls;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.News;

/// <summary>A call began, or is in another state.</summary>
/// <param name="Queue">The queue that it waits in or was served from; null where none has it.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
public sealed record CallMoved(
    DateTimeOffset At,
    long CallId,
    User User,
    MediaAbility Media,
    CallState State,
    string AccessCode,
    string? Queue,
    int? WorkNo)
    : SpaceNews(At)
{
    internal static CallMoved Of(Call call, DateTimeOffset at)
    {
        var served = call.Fate as ServedCall;
        return new CallMoved(
            at,
            call.Id,
            call.User,
            call.Media,
            call.State,
            call.AccessCode,
            served?.Queue?.Settings.Name,
            served?.Agent?.Settings.WorkNo);
    }
}
