namespace CecSim.ControlClient;

/// <summary>An event to let come by hand.</summary>
public sealed class PushedEvent
{
    private PushedEvent(JsonElement item, string? resultDesc = null)
    {
        Event = item;
        ResultDesc = resultDesc;
    }

    internal JsonElement Event { get; }

    internal string? ResultDesc { get; }

    /// <summary>It happens: the call's state, its queue and its agent follow. For a chat poll it is a text.</summary>
    /// <param name="name">
    /// <c>queued</c>, <c>connected</c>, <c>transferred</c>, <c>released</c>, <c>queueTimeout</c> or <c>failed</c>.
    /// </param>
    public static PushedEvent Named(string name) =>
        new(JsonSerializer.SerializeToElement(name, ControlJson.Default.String));

    /// <summary>A step as a scenario's script has it.</summary>
    /// <param name="json">For example <c>{"released":{"causeId":0,"causeDesc":"agent hung up"}}</c>.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static PushedEvent Step(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return new PushedEvent(parsed.RootElement.Clone());
    }

    /// <summary>Only the client is told, whatever the number; the call stays as it is.</summary>
    /// <param name="eventId">The <c>eventId</c>.</param>
    /// <param name="resultDesc">The <c>resultDesc</c>; null for the documented one.</param>
    public static PushedEvent Raw(int eventId, string? resultDesc = null) =>
        new(JsonSerializer.SerializeToElement(eventId, ControlJson.Default.Int32), resultDesc);
}
