namespace CecSim.Server.DryRuns;

/// <summary>One request with its answer; times are counted from the beginning of the space.</summary>
/// <param name="Status">Null when no answer came.</param>
/// <param name="Body">Null when it is no JSON object.</param>
/// <param name="Note">What a person would want to know beside: why it was refused, or why no answer came.</param>
public sealed record LadderRow(
    TimeSpan SentAt,
    TimeSpan AnsweredAt,
    string Method,
    string Operation,
    int? Status,
    JsonObject? Body,
    string? Note = null)
{
    public string? ResultCode => Text("resultCode");

    public int? EventId => Body?["eventId"] is JsonValue id && id.TryGetValue<int>(out var number) ? number : null;

    /// <summary>A token is dead: whoever renews both can go on.</summary>
    public bool IsUnauthorized => Status is 401 or 403;

    /// <summary>Answered as asked; tokenByAkSk has no result code.</summary>
    public bool IsSuccess => Status == 200 && Body is not null && ResultCode is null or "0";

    /// <summary>Answered with a result code that says no.</summary>
    public bool IsRefusal => Status == 200 && ResultCode is not null and not "0";

    public bool IsEmptyPoll => IsSuccess && Operation == ModelClient.EventPoll && EventId is null;

    public string? Text(string key) =>
        Body?[key] is JsonValue text && text.TryGetValue<string>(out var value) ? value : null;

    /// <summary>Polls that brought nothing, one after the other, make one line.</summary>
    public static IReadOnlyList<IReadOnlyList<LadderRow>> Folded(IReadOnlyList<LadderRow> rows)
    {
        var folded = new List<List<LadderRow>>();
        foreach (var row in rows)
        {
            if (row.IsEmptyPoll && folded is [.., [.., { IsEmptyPoll: true }] empty])
            {
                empty.Add(row);
            }
            else
            {
                folded.Add([row]);
            }
        }

        return folded;
    }
}
