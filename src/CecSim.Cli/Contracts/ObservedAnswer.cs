namespace CecSim.Cli.Contracts;

/// <summary>A request of a client, with what it saw of the answer.</summary>
/// <param name="Operation">The last word of its path.</param>
/// <param name="Status">0 when no answer came.</param>
internal sealed record ObservedAnswer(
    string Operation, int Status, string? ResultCode, int? EventId, TimeSpan SentAt, TimeSpan AnsweredAt)
{
    public bool IsPoll => Operation == CecOperation.GetClickToCallEvents.Word();

    public override string ToString() => Status == 200
        ? $"{Operation} {ResultCode} {EventId}".TrimEnd()
        : $"{Operation} {(Status == 0 ? "without an answer" : $"{Status}")}";

    public bool Is(ContractStep step) =>
        Operation == step.Request.Word()
        && Status == step.Status
        && (step.ResultCode is null ? ResultCode is null or "0" : ResultCode == step.ResultCode)
        && (step.Event is null || EventId == step.Event.EventId);

    public static ObservedAnswer Of(JournalEntry entry)
    {
        var sentAt = entry.At - DateTimeOffset.UnixEpoch;
        return new ObservedAnswer(
            entry.Operation ?? new Uri(entry.Request.Url).AbsolutePath,
            entry.Response?.Status ?? 0,
            entry.Response?.ResultCode,
            EventIdOf(entry.Response?.Body?.Text),
            sentAt,
            sentAt + TimeSpan.FromMilliseconds(entry.HeldMs ?? 0));
    }

    public static ObservedAnswer Of(LadderRow row) => new(
        row.Operation, row.Status ?? 0, row.ResultCode, row.EventId, row.SentAt, row.AnsweredAt);

    private static int? EventIdOf(string? body)
    {
        try
        {
            return body is not null && JsonNode.Parse(body) is JsonObject { } map
                && map["eventId"] is JsonValue id && id.TryGetValue(out int number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
