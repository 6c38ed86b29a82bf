namespace CecSim.Simulation.Journal;

/// <summary>Why a request was answered as it was.</summary>
/// <param name="Decided">What decided, in a sentence.</param>
/// <param name="Rules">Each thing that was wrong with the rule that it broke, the one that decided first.</param>
public sealed record Explanation(JournalEntry Entry, string Decided, IReadOnlyList<BrokenRule> Rules)
{
    public static Explanation Of(JournalEntry entry) =>
        new(
            entry,
            Decide(entry) + TellPage(entry),
            [.. entry.Wrong.Select(w => new BrokenRule(w.Why, SectionOf(entry, w), RuleOf(w)))]);

    /// <summary>The same for a reader in a hurry.</summary>
    public string Text => string.Join('\n', Lines().Select(VisibleText.Line));

    private IEnumerable<string> Lines()
    {
        yield return $"{Entry.Id}: {Entry.Method} {Entry.Path}{Entry.Query} -> {AnswerOf(Entry)}";
        yield return Decided;
        foreach (var rule in Rules)
        {
            var section = char.IsAsciiDigit(rule.Section[0]) ? $"section {rule.Section}" : rule.Section;
            yield return $"- {rule.Why} ({section}{(rule.Rule is null ? "" : $": {rule.Rule}")})";
        }

        if (Entry.Basis is not null)
        {
            yield return $"Basis of the answer: {Entry.Basis}.";
        }
    }

    private static string AnswerOf(JournalEntry entry) =>
        entry.Status == JournalEntry.NoAnswer ? "no answer"
        : entry.ResultCode is null ? $"{entry.Status}"
        : $"{entry.Status}, resultCode {entry.ResultCode}";

    private static string Decide(JournalEntry entry) => entry switch
    {
        { Status: JournalEntry.NoAnswer, Faults.Count: > 0, ResponseBody: { } bytes } =>
            $"{Struck(entry)}, and {bytes.BytesCount} bytes that are no HTTP went out in place of an answer.",
        { Status: JournalEntry.NoAnswer, Faults.Count: > 0 } =>
            $"{Struck(entry)}, and the connection ended without an answer.",
        { Status: JournalEntry.NoAnswer } => "The client hung up before there was an answer.",
        { IsOfFault: true } => $"{Struck(entry)} and gave the answer; nobody looked at the request.",
        { IsCutShort: true, Faults.Count: > 0 } => $"{Struck(entry)}: the answer did not arrive whole.",
        { Faults.Count: > 0, Wrong.Count: > 0 } => $"{Struck(entry)}: {entry.Wrong[0].Why}.",
        { Faults.Count: > 0 } => $"{Struck(entry)}; nothing was wrong with the request.",
        { IsPreflight: true, Status: < 300, Wrong: [var first, ..] } => $"It was let pass, but {first.Why}.",
        { Wrong.Count: 1 } => $"It was refused: {entry.Wrong[0].Why}.",
        { Wrong.Count: > 1 } =>
            $"It was refused for the first of {entry.Wrong.Count} things that are wrong with it: {entry.Wrong[0].Why}.",
        { IsPreflight: true } =>
            $"A browser asked whether a page of {entry.PageOrigin} may send {entry.AskedFor}"
            + (entry.AskedHeaders is { } headers ? $" with {headers}" : "") + "; it may.",
        { Operation: null } => "No interface of CEC answers here.",
        { HeldFor: { } held } => $"The poll was held for {held.TotalSeconds:0.###} s of space time, then answered.",
        _ => "Nothing was wrong with it.",
    };

    private static string TellPage(JournalEntry entry) => entry switch
    {
        { IsPreflight: true } or { PageOrigin: null } or { Status: JournalEntry.NoAnswer } => "",
        { MayBeReadByPage: true } => $" It came from a page of {entry.PageOrigin}.",
        _ => $" It came from a page of {entry.PageOrigin}, whose browser keeps the answer from it: there is no "
            + "Access-Control-Allow-Origin.",
    };

    private static string Struck(JournalEntry entry) => $"The fault {string.Join(", ", entry.Faults)} struck";

    private static string SectionOf(JournalEntry entry, Wrong wrong) => wrong.Refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown or Refusal.AccessTokenMissing
            or Refusal.AccessTokenWithoutBearer or Refusal.MessagingTokenMissing => "4.1",
        Refusal.AccessTokenUnknown or Refusal.AccessTokenExpired
            or Refusal.AccessTokenRevoked or Refusal.MessagingTokenUnknown or Refusal.MessagingTokenExpired => "6.1",
        _ when entry.IsSip => "5",
        _ when entry.IsPreflight => "Fetch, 3.3",
        _ => entry.Operation switch
        {
            CecOperation.TokenByAkSk => "2.1",
            CecOperation.ApplyToken => "2.2",
            CecOperation.CheckClickToCallSupport or CecOperation.CreateClickToCall
                or CecOperation.GetClickToCallEvents or CecOperation.DropClickToCall or CecOperation.Send => "5",
            _ => "3, which refers to the API reference",
        },
    };

    private static string? RuleOf(Wrong wrong) => wrong.Refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown => "x-app-key is the app_key of the tenant",
        Refusal.AccessTokenMissing or Refusal.AccessTokenWithoutBearer =>
            "Authorization is Bearer + AccessToken of tokenByAkSk",
        Refusal.MessagingTokenMissing => "ccmessaging-token is the token of applyToken",
        Refusal.AccessTokenUnknown or Refusal.AccessTokenExpired
            or Refusal.AccessTokenRevoked or Refusal.MessagingTokenUnknown or Refusal.MessagingTokenExpired =>
            "fetch both tokens anew, update both headers, send the request again",
        _ => null,
    };
}

/// <param name="Section">Of the profile's document; of CORS, the standard and its section.</param>
/// <param name="Rule">What the section demands; null where what was wrong says it already.</param>
public sealed record BrokenRule(string Why, string Section, string? Rule);
