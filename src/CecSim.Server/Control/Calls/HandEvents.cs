using CecSim.Control.Contracts;
using CecSim.Server.ClickToCall;
using CecSim.Simulation.Calls;

namespace CecSim.Server.Control.Calls;

/// <summary>Events by hand: a step in the words of a scenario happens; a bare number is only told.</summary>
internal static class HandEvents
{
    private const int EventIdMax = 999_999_999;

    public static (ManualEvent? Event, ProblemHttpResult? Problem) Read(JsonElement item, string? resultDesc)
    {
        if (item.ValueKind == JsonValueKind.Number)
        {
            return item.TryGetInt32(out var id) && id is > 0 and <= EventIdMax
                ? (new ManualEvent.Raw(id, WordingOf(resultDesc), Cause: null), null)
                : (null, ProblemCode.BadRequest.ToProblem($"An event id is 1 to {EventIdMax}."));
        }

        var part = ScenarioParts.Event(item.GetRawText());
        if (part.Value is null)
        {
            return (null, ProblemCode.BadRequest.ToProblem(string.Join("\n", part.Complaints), part.Complaints));
        }

        return ManualEvent.Of(part.Value) is { } real
            ? (real, null)
            : (null, ProblemCode.BadRequest.ToProblem("Only an event comes by hand: wait and its like are none."));
    }

    public static ProblemHttpResult? ProblemOf(ManualEventRefusal? refusal) =>
        refusal is { } why ? ProblemOf(why) : null;

    private static ProblemHttpResult ProblemOf(ManualEventRefusal refusal) => refusal switch
    {
        ManualEventRefusal.CallUnknown => ProblemCode.CallUnknown.ToProblem("It never was, or ended long ago."),
        ManualEventRefusal.NoCall => ProblemCode.NoCall.ToProblem("Send a number to tell an event that is none."),
        ManualEventRefusal.CallOver =>
            ProblemCode.CallOver.ToProblem("Send a number to tell an event all the same."),
    };

    private static EventWording? WordingOf(string? resultDesc) =>
        resultDesc is null ? null : new EventWording { ResultDesc = resultDesc };
}
