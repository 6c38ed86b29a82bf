using CecSim.Telephony.Media;

namespace CecSim.Telephony.Calling;

/// <summary>What a plan must be for a call to come of it. A mistake here is one of the program that made it.</summary>
internal static class CallRules
{
    public static void Demand(CallPlan plan)
    {
        var complaint = plan switch
        {
            { Gateway.Scheme: not ("ws" or "wss") } => $"{plan.Gateway} is no WebSocket.",
            { Plays: MediaSource.Echo } => "Whoever calls an echo must not be one.",
            _ when plan.AudioCodecs.Count == 0 => "A call offers sound.",
            _ when plan.AudioCodecs.Any(c => c.Kind() != MediaKind.Audio) => "Sound is offered in codecs for sound.",
            _ when plan.VideoCodecs.Any(c => c != Codec.Vp8) => "Pictures are recorded in VP8 alone.",
            _ => null,
        };
        if (complaint is not null)
        {
            throw new ArgumentException(complaint, nameof(plan));
        }
    }
}
