namespace CecSim.Cli.Control;

/// <summary>Something that happened in a space, in one line for people.</summary>
internal static class StreamText
{
    /// <summary>What can happen, but for what is about the stream itself.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. EnumWords.All<StreamKind>().Where(k => !StreamFilter.IsAboutTheStream(k))];

    public static string Of(StreamEvent item) => TableWriter.Line(string.Create(
        CultureInfo.InvariantCulture,
        $"{item.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {item.Kind,-12}  {AboutOf(item)}")).TrimEnd();

    private static string AboutOf(StreamEvent item) => item switch
    {
        { Space: { } space } => $"from now on all that happens in {space}",
        { Entry: { } entry } => Of(entry),
        { Poll: { } poll, Events: null } =>
            $"{poll.Id} of {poll.UserId}{After(", until ", TableWriter.Time(poll.Due))}",
        { Poll: { } poll, Events: var count } => $"{poll.Id} of {poll.UserId}, {EventsOf(count.Value)}",
        { Call: { } call } =>
            $"{call.Id} of {call.UserId}: {EnumWords.Of(call.State)}{After(", queue ", call.Queue)}"
            + After(", agent ", TableWriter.Number(call.WorkNo)),
        { CallEvent: { } told } =>
            $"{told.CallId?.ToString(CultureInfo.InvariantCulture) ?? "no call"} of {told.UserId}: "
            + $"{told.Event.EventId} {EnumWords.Of(told.Event.Name)}"
            + After(", cause ", TableWriter.Number(told.Event.CauseId)) + After(" ", told.Event.CauseDesc),
        { Agent: { } agent } => $"{agent.WorkNo}: {EnumWords.Of(agent.State)}{After(", call with ", agent.CallWith)}"
            + After(", chats with ", TableWriter.List(agent.ChatsWith)),
        { Finding: { } found } =>
            $"{EnumWords.Of(found.Level)}: {found.Code}{After(", request ", found.Entry)}"
            + $"{After(", user ", found.User)}: "
            + found.Sentence + After(" ", found.Detail),
        { Media: { } media } =>
            $"call {media.CallId}: {EnumWords.Of(media.What)}{After(" ", media.Keys)}{After(", ", EndOf(media))}",
        { Phone: { } phone } =>
            $"{phone.Phone.Account}: {PhoneOf(phone)}{After(", agent ", TableWriter.Number(phone.Phone.WorkNo))}",
        { Message: { } held } => $"{held.Id}: {held.Operation}{After(", user ", held.UserId)}",
        { Sip: { } sip } => Of(sip),
        { Reset: { } scope } => EnumWords.Of(scope),
        { Failed: { } why } => why,
        { Dropped: { } count } => $"{count} are missing here: they came faster than they were read",
        _ => "",
    };

    private static string Of(JournalEntry entry) =>
        $"{entry.Id}: {entry.Request.Method} {PathOf(entry)} -> "
        + (entry.Response is { } answer ? TableWriter.Number(answer.Status) : "no answer")
        + After(", ", entry.Response?.ResultCode)
        + After(", user ", entry.User)
        + After(", fault ", TableWriter.List(entry.Faults))
        + (entry.CutShort ? ", cut short" : "");

    private static string Of(SipMessagePassed sip) =>
        $"{(sip.IsIncoming ? "from" : "to")} {sip.Peer ?? "unknown"} by {EnumWords.Of(sip.Transport)}: "
        + (sip.Status is { } status ? $"{status} {sip.Reason} ({sip.Method})" : sip.Method)
        + After(", call ", TableWriter.Number(sip.CallId))
        + After(", account ", sip.Account)
        + $", Call-ID {sip.SipCallId}";

    private static string PhoneOf(PhoneChange phone) => phone switch
    {
        { IsRegistered: false } => "no longer registered",
        { Phone.IsReachable: false } => "not reachable",
        { Phone.IsReachable: true } => "reachable",
        _ => "registered",
    };

    private static string PathOf(JournalEntry entry) =>
        Uri.TryCreate(entry.Request.Url, UriKind.Absolute, out var url) ? url.PathAndQuery : entry.Request.Url;

    private static string EventsOf(int count) => count switch
    {
        0 => "empty",
        1 => "with an event",
        _ => $"with {count} events",
    };

    private static string? EndOf(MediaChange media) =>
        media.Report is { } report ? report.Why ?? EnumWords.Of(report.End) : null;

    private static string After(string before, string? text) => string.IsNullOrEmpty(text) ? "" : before + text;
}
