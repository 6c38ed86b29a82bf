using CecSim.Control.Contracts;
using CecSim.Simulation.Calls;

using CallState = CecSim.Control.Contracts.CallState;
using Domain = CecSim.Simulation.Calls;

namespace CecSim.Server.Control.Calls;

/// <summary>Calls and their events, as the control API tells them.</summary>
internal static class CallMapping
{
    public static CallDetails ToContract(this CallView call) => new(
        call.Id,
        call.State.ToContract(),
        call.User.UserId,
        call.User.Channel.Id,
        call.Media.ToContract(),
        call.AccessCode,
        call.CreatedAt,
        call.Queue,
        call.Place,
        call.WorkNo,
        [.. call.History.Select(ToContract)],
        call.Ivr,
        call.IvrStep);

    public static CallEventDetails ToContract(this CallEvent told) => new(
        told.Number, told.EventId, told.Kind.ToContract(), told.At, told.Cause?.CauseId, told.Cause?.CauseDesc);

    public static CallState ToContract(this Domain.CallState state) => state switch
    {
        Domain.CallState.Created => CallState.Created,
        Domain.CallState.Queuing => CallState.Queuing,
        Domain.CallState.Connected => CallState.Connected,
        Domain.CallState.Dropped => CallState.Dropped,
        Domain.CallState.Ended => CallState.Ended,
    };

    public static CallMedium ToContract(this MediaAbility media) => media switch
    {
        MediaAbility.Voice => CallMedium.Voice,
        MediaAbility.Video => CallMedium.Video,
    };

    private static CallEventName ToContract(this CallEventKind kind) => kind switch
    {
        CallEventKind.Unknown => CallEventName.Unknown,
        CallEventKind.Connected => CallEventName.Connected,
        CallEventKind.Queued => CallEventName.Queued,
        CallEventKind.QueueTimeout => CallEventName.QueueTimeout,
        CallEventKind.Failed => CallEventName.Failed,
        CallEventKind.Transferred => CallEventName.Transferred,
        CallEventKind.Released => CallEventName.Released,
    };
}
