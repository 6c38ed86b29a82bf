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
            [.. entry.Wrong.Select(w => new BrokenRule(w.Why, SectionOf(entry, w), RuleOf(w), ClaimOf(w.Refusal)))]);

    /// <summary>Where FIDELITY.md tells of the interface that was asked; null for what is none of CEC's.</summary>
    public string? Chapter => Entry.Operation is { } operation ? VendorOperations.Of(operation).Chapter : null;

    /// <summary>The same for a reader in a hurry.</summary>
    public string Text => string.Join('\n', Lines().Select(VisibleText.Line));

    private IEnumerable<string> Lines()
    {
        yield return $"{Entry.Id}: {Entry.Method} {Entry.Path}{Entry.Query} -> {AnswerOf(Entry)}";
        yield return Decided;
        foreach (var rule in Rules)
        {
            var section = char.IsAsciiDigit(rule.Section[0]) ? $"section {rule.Section}" : rule.Section;
            var claim = rule.Claim is null ? "" : $"; claim {rule.Claim}";
            yield return $"- {rule.Why} ({section}{(rule.Rule is null ? "" : $": {rule.Rule}")}{claim})";
        }

        if (Entry.Basis is not null)
        {
            var more = Chapter is null ? "" : $" All that is claimed of it: cecsim fidelity --section {Chapter}";
            yield return $"Basis of the answer: {Entry.Basis}.{more}";
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

    private static string SectionOf(JournalEntry entry, RuleViolation violation) => violation.Refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown or Refusal.AccessTokenMissing
            or Refusal.AccessTokenWithoutBearer or Refusal.MessagingTokenMissing => "4.1",
        Refusal.AccessTokenUnknown or Refusal.AccessTokenExpired
            or Refusal.AccessTokenRevoked or Refusal.MessagingTokenUnknown or Refusal.MessagingTokenExpired => "6.1",
        Refusal.ApiOutOfScope => "2.1",
        _ when entry.IsSip => "5",
        _ when entry.IsPreflight => "Fetch, 3.3",
        _ => VendorOperations.Of(entry.Operation ?? CecOperation.Unknown).GuideSection,
    };

    internal static string? ClaimOf(Refusal? refusal) => refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown => "1/x-app-key",
        Refusal.AccessTokenMissing or Refusal.AccessTokenWithoutBearer => "1/authorization",
        Refusal.ApiOutOfScope => "1/api-outside-scope",
        Refusal.MessagingTokenMissing => "1/ccmessaging-token-mandatory",
        Refusal.AccessTokenUnknown or Refusal.AccessTokenExpired
            or Refusal.AccessTokenRevoked or Refusal.MessagingTokenUnknown or Refusal.MessagingTokenExpired =>
            "1/dead-token-403",
        _ => null,
    };

    private static string? RuleOf(RuleViolation violation) => violation.Refusal switch
    {
        Refusal.AppKeyMissing or Refusal.AppKeyUnknown => "x-app-key is the app_key of the tenant",
        Refusal.AccessTokenMissing or Refusal.AccessTokenWithoutBearer =>
            "Authorization is Bearer + AccessToken of tokenByAkSk",
        Refusal.ApiOutOfScope => "Scope is the scope of APIs that can be accessed using the token",
        Refusal.MessagingTokenMissing => "ccmessaging-token is the token of applyToken",
        Refusal.AccessTokenUnknown or Refusal.AccessTokenExpired
            or Refusal.AccessTokenRevoked or Refusal.MessagingTokenUnknown or Refusal.MessagingTokenExpired =>
            "fetch both tokens anew, update both headers, send the request again",
        _ => null,
    };
}

/// <param name="Claim">Of FIDELITY.md; null where the chapter of the interface has to do.</param>
/// <param name="Section">Of the profile's document; of CORS, the standard and its section.</param>
/// <param name="Rule">What the section demands; null where what was wrong says it already.</param>
public sealed record BrokenRule(string Why, string Section, string? Rule, string? Claim);
