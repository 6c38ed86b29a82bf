using System.Text.Json;
using CecSim.Scenarios;
using CecSim.Server.ClickToCall;
using CecSim.Server.Control.Problems;
using CecSim.Simulation.Calls;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CecSim.Server.Control.Calls;

/// <summary>Events by hand: a step in the words of a scenario happens; a bare number is only told.</summary>
internal static class HandEvents
{
    private const int EventIdMax = 999_999_999;

    public static (HandEvent? Event, ProblemHttpResult? Problem) Read(JsonElement item, string? resultDesc)
    {
        if (item.ValueKind == JsonValueKind.Number)
        {
            return item.TryGetInt32(out var id) && id is > 0 and <= EventIdMax
                ? (new HandEvent.Raw(id, WordingOf(resultDesc), Cause: null), null)
                : (null, ControlRefusal.BadRequest.ToProblem($"An event id is 1 to {EventIdMax}."));
        }

        var part = ScenarioParts.Event(item.GetRawText());
        if (part.Value is null)
        {
            return (null, ControlRefusal.BadRequest.ToProblem(string.Join("\n", part.Complaints), part.Complaints));
        }

        return HandEvent.Of(part.Value) is { } real
            ? (real, null)
            : (null, ControlRefusal.BadRequest.ToProblem("Only an event comes by hand: wait and its like are none."));
    }

    public static ProblemHttpResult? ProblemOf(HandEventRefusal? refusal) =>
        refusal is { } why ? ProblemOf(why) : null;

    private static ProblemHttpResult ProblemOf(HandEventRefusal refusal) => refusal switch
    {
        HandEventRefusal.CallUnknown => ControlRefusal.CallUnknown.ToProblem("It never was, or ended long ago."),
        HandEventRefusal.NoCall => ControlRefusal.NoCall.ToProblem("Send a number to tell an event that is none."),
        HandEventRefusal.CallOver => ControlRefusal.CallOver.ToProblem("Send a number to tell an event all the same."),
    };

    private static EventWording? WordingOf(string? resultDesc) =>
        resultDesc is null ? null : new EventWording { ResultDesc = resultDesc };
}
