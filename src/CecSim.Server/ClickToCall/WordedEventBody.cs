using CecSim.Simulation.Calls;

namespace CecSim.Server.ClickToCall;

/// <summary>An event that says what a script makes it say; its content may be anything.</summary>
internal sealed record WordedEventBody(
    [property: JsonPropertyName("resultCode")] string ResultCode,
    [property: JsonPropertyName("resultDesc")] string ResultDesc,
    [property: JsonPropertyName("eventId")] int? EventId,
    [property: JsonPropertyName("content")] JsonObject? Content)
{
    /// <param name="own">What the event says without the script.</param>
    public static WordedEventBody Of(CallEventBody own, EventWording wording) => new(
        wording.ResultCode ?? own.ResultCode,
        wording.ResultDesc ?? own.ResultDesc,
        own.EventId,
        ContentOf(own.Content, wording.Content));

    // A member that is there already keeps its place among the others.
    private static JsonObject? ContentOf(CallEventBody.ContentBody? own, string? members)
    {
        var content = own is null
            ? null
            : JsonSerializer.SerializeToNode(own, VendorJson.Wire.ContentBody)!.AsObject();
        if (members is null)
        {
            return content;
        }

        content ??= [];
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            content[name] = value?.DeepClone();
        }

        return content;
    }
}
