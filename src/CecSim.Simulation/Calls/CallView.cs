using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <summary>A call as it stood at one moment.</summary>
/// <param name="Queue">The queue that it waits in or was served from; null where a script decides.</param>
/// <param name="Place">Its place in the queue, from 1; null when it does not wait.</param>
/// <param name="WorkNo">The agent who has it; null when none has.</param>
/// <param name="Ivr">The IVR flow that it is in, or that plays while it waits; null when it is in none.</param>
/// <param name="Leg">The media that it has or had; null when they never came.</param>
/// <param name="AgentPhone">The phone that its last agent answered at; null when none did.</param>
/// <param name="Refusals">What was refused of it, the oldest first.</param>
/// <param name="History">What its client was told, or is to be told.</param>
public sealed record CallView(
    long Id,
    User User,
    MediaAbility Media,
    CallState State,
    DateTimeOffset CreatedAt,
    string AccessCode,
    string? Queue,
    int? Place,
    int? WorkNo,
    string? Ivr,
    IMediaLeg? Leg,
    IPhoneLeg? AgentPhone,
    IReadOnlyList<RefusedMedia> Refusals,
    IReadOnlyList<CallEvent> History)
{
    /// <summary>The step of that flow, as <see cref="IvrState.Step"/> has it.</summary>
    public string? IvrStep { get; init; }

    /// <summary>Whether its customer has dialled: nobody polls for its events.</summary>
    public bool IsDialled { get; init; }

    internal static CallView Of(Call call, IReadOnlyDictionary<Contact, int> places)
    {
        var served = call.Flow as QueuedCall;
        var ivr = (call.Flow as IvrCall)?.Player ?? served?.WaitingFlow;
        return new CallView(
            call.Id,
            call.User,
            call.Media,
            call.State,
            call.CreatedAt,
            call.AccessCode,
            served?.Queue?.Settings.Name,
            served is not null && places.TryGetValue(served, out var place) ? place : null,
            served?.Agent?.Settings.WorkNo,
            ivr?.Flow,
            call.LastLeg,
            call.LastAgentPhone,
            [.. call.Refusals],
            [.. call.History])
        {
            IvrStep = ivr?.Step,
            IsDialled = call.Dialled is not null,
        };
    }
}
