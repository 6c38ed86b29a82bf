namespace CecSim.Simulation.Tests.Journal;

/// <summary>Why a request was answered as it was, in a sentence and with the rule that it broke.</summary>
public sealed class ExplanationTests
{
    private static readonly RuleViolation NoKey = new(Refusal.AppKeyMissing, "x-app-key is missing");
    private static readonly RuleViolation Late = new(null, "it is late");
    private static readonly JournalBody Bytes = new("", 256, IsCut: false);

    public static TheoryData<JournalEntry, string> Decided => new()
    {
        { Entries.Of(), "Nothing was wrong with it." },
        { Entries.Of() with { Operation = null }, "No interface of CEC answers here." },
        { Entries.Of() with { HeldFor = TimeSpan.FromSeconds(2.5) },
            "The poll was held for 2.5 s of space time, then answered." },
        { Entries.Of() with { Wrong = [NoKey] }, "It was refused: x-app-key is missing." },
        { Entries.Of() with { Wrong = [NoKey, Late] },
            "It was refused for the first of 2 things that are wrong with it: x-app-key is missing." },
        { Entries.Of() with { Status = JournalEntry.NoAnswer }, "The client hung up before there was an answer." },
        { Entries.Of() with { Status = JournalEntry.NoAnswer, Faults = ["hang"] },
            "The fault hang struck, and the connection ended without an answer." },
        { Entries.Of() with { Status = JournalEntry.NoAnswer, Faults = ["garbage"], ResponseBody = Bytes },
            "The fault garbage struck, and 256 bytes that are no HTTP went out in place of an answer." },
        { Entries.Of() with { IsOfFault = true, Faults = ["delay", "status"] },
            "The fault delay, status struck and gave the answer; nobody looked at the request." },
        { Entries.Of() with { IsCutShort = true, Faults = ["truncate"] },
            "The fault truncate struck: the answer did not arrive whole." },
        { Entries.Of() with { Wrong = [NoKey], Faults = ["delay"] },
            "The fault delay struck: x-app-key is missing." },
        { Entries.Of() with { Faults = ["delay"] }, "The fault delay struck; nothing was wrong with the request." },
        { Entries.Preflight() with { Wrong = [Late] }, "It was let pass, but it is late." },
        { Entries.Preflight() with { Wrong = [Late], Status = 403 }, "It was refused: it is late." },
        { Entries.Preflight(), "A browser asked whether a page of http://page may send POST; it may." },
        { Entries.Preflight() with
            {
                RequestHeaders =
                [
                    .. Entries.Preflight().RequestHeaders, new("access-control-request-headers", "x-app-key"),
                ],
            },
            "A browser asked whether a page of http://page may send POST with x-app-key; it may." },
        { OfPage, "Nothing was wrong with it. It came from a page of http://page, whose browser keeps the answer from "
            + "it: there is no Access-Control-Allow-Origin." },
        { OfPage with { ResponseHeaders = [new("access-control-allow-origin", "*")] },
            "Nothing was wrong with it. It came from a page of http://page." },
        { OfPage with { Status = JournalEntry.NoAnswer }, "The client hung up before there was an answer." },
    };

    private static JournalEntry OfPage => Entries.Of(1, "POST", new JournalHeader("Origin", "http://page"));

    [Theory]
    [MemberData(nameof(Decided))]
    public void What_decided_is_told_in_a_sentence(JournalEntry entry, string decided) =>
        Assert.Equal(decided, Explanation.Of(entry).Decided);

    [Theory]
    [InlineData(Refusal.AppKeyMissing, "4.1", "1/x-app-key")]
    [InlineData(Refusal.AppKeyUnknown, "4.1", "1/x-app-key")]
    [InlineData(Refusal.AccessTokenMissing, "4.1", "1/authorization")]
    [InlineData(Refusal.AccessTokenWithoutBearer, "4.1", "1/authorization")]
    [InlineData(Refusal.MessagingTokenMissing, "4.1", "1/ccmessaging-token-mandatory")]
    [InlineData(Refusal.AccessTokenUnknown, "6.1", "1/dead-token-403")]
    [InlineData(Refusal.AccessTokenExpired, "6.1", "1/dead-token-403")]
    [InlineData(Refusal.AccessTokenRevoked, "6.1", "1/dead-token-403")]
    [InlineData(Refusal.MessagingTokenUnknown, "6.1", "1/dead-token-403")]
    [InlineData(Refusal.MessagingTokenExpired, "6.1", "1/dead-token-403")]
    [InlineData(Refusal.ApiOutOfScope, "2.1", "1/api-outside-scope")]
    public void A_refusal_of_credentials_has_its_section_its_rule_and_its_claim(
        Refusal refusal, string section, string claim)
    {
        var rule = Assert.Single(Explanation.Of(Entries.Of() with { Wrong = [new(refusal, "why")] }).Rules);

        Assert.Equal(("why", section, claim), (rule.Why, rule.Section, rule.Claim));
        Assert.NotNull(rule.Rule);
    }

    [Fact]
    public void Another_mistake_has_the_section_of_its_interface()
    {
        var operation = VendorOperations.Of(CecOperation.CreateClickToCall);

        Assert.Equal((operation.GuideSection, null, null), RuleOf(Entries.Of()));
        Assert.Equal(("5", null, null), RuleOf(Entries.Of() with { Protocol = "SIP/2.0" }));
        Assert.Equal(("Fetch, 3.3", null, null), RuleOf(Entries.Preflight()));
        Assert.Equal(
            (VendorOperations.Unknown.GuideSection, null, null), RuleOf(Entries.Of() with { Operation = null }));
        Assert.Equal(operation.Chapter, Explanation.Of(Entries.Of()).Chapter);
        Assert.Null(Explanation.Of(Entries.Of() with { Operation = null }).Chapter);

        static (string, string?, string?) RuleOf(JournalEntry entry)
        {
            var rule = Explanation.Of(entry with { Wrong = [Late] }).Rules[0];
            return (rule.Section, rule.Rule, rule.Claim);
        }
    }

    [Fact]
    public void A_reader_in_a_hurry_gets_it_in_lines()
    {
        var chapter = VendorOperations.Of(CecOperation.CreateClickToCall).Chapter;
        var refused = Entries.Of() with { Status = 403, ResultCode = null, Wrong = [NoKey], Basis = "documented" };
        var preflight = Entries.Preflight() with { Wrong = [Late], Operation = null, Basis = "inferred" };

        Assert.Equal(
            "1: POST /calls?q=1 -> 403\nIt was refused: x-app-key is missing.\n"
            + "- x-app-key is missing (section 4.1: x-app-key is the app_key of the tenant; claim 1/x-app-key)\n"
            + $"Basis of the answer: documented. All that is claimed of it: cecsim fidelity --section {chapter}",
            Explanation.Of(refused).Text);
        Assert.Equal(
            "1: OPTIONS /calls?q=1 -> 200, resultCode 0\nIt was let pass, but it is late.\n"
            + "- it is late (Fetch, 3.3)\nBasis of the answer: inferred.",
            Explanation.Of(preflight).Text);
        Assert.Equal(
            "1: POST /calls?q=1 -> no answer\nThe client hung up before there was an answer.",
            Explanation.Of(Entries.Of() with { Status = JournalEntry.NoAnswer }).Text);
    }
}
