namespace CecSim.Client.Calls;

/// <summary>Events as they come over the wire (chapter 5, step 4).</summary>
internal static class CallEventReading
{
    /// <returns>Null for an answer without an event.</returns>
    public static CecCallEvent? Read(Answer answer)
    {
        if (answer.Text("eventId") is not { } eventId)
        {
            return null;
        }

        var (description, json) = (answer.Text("resultDesc"), answer.Json);
        var content = answer.Part("content");
        var causeId = content?.Whole("causeId");
        var cause = content?.Text("causeDesc");
        return eventId switch
        {
            "168101" when ReadRoute(content) is var (domain, addresses, accessCode, caller) =>
                new CecCallEvent.Connected(domain, addresses, accessCode, caller)
                {
                    EventId = eventId, Description = description, Json = json,
                },
            "168102" => new CecCallEvent.Queued { EventId = eventId, Description = description, Json = json },
            "168103" => new CecCallEvent.QueueTimeout(causeId, cause)
            {
                EventId = eventId, Description = description, Json = json,
            },
            "168105" => new CecCallEvent.Failed(causeId, cause)
            {
                EventId = eventId, Description = description, Json = json,
            },
            "168106" => new CecCallEvent.Transferred { EventId = eventId, Description = description, Json = json },
            "168110" => new CecCallEvent.Released(causeId, cause)
            {
                EventId = eventId, Description = description, Json = json,
            },
            _ => new CecCallEvent.Unknown { EventId = eventId, Description = description, Json = json },
        };
    }

    private static (string, IReadOnlyList<string>, string, string)? ReadRoute(Answer? content) =>
        content?.Text("domain") is { } domain
        && content.Texts("gwAddresses") is { Count: > 0 } addresses
        && content.Text("accessCode") is { } accessCode
        && content.Text("clickToCallCaller") is { } caller
            ? (domain, addresses, accessCode, caller)
            : null;
}
